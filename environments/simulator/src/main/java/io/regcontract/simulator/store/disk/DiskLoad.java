package io.regcontract.simulator.store.disk;

import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.indexed.IndexRule;
import io.regcontract.simulator.store.indexed.TableLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes many values into the backend, and the entries of their indexes at the end, in order. */
final class DiskLoad<V> implements TableLoad<V> {

    private static final byte[] YES = {'1'};

    private final TableNames names;
    private final Direct direct;
    private final TextCodec<V> codec;
    private final IndexBuild<V> build;
    private List<Map.Entry<String, byte[]>> unwritten = new ArrayList<>();
    private boolean begun;

    DiskLoad(
            TableNames names,
            OrderedTables tables,
            Direct direct,
            TextCodec<V> codec,
            Map<String, IndexRule<V>> rules) {
        this.names = names;
        this.direct = direct;
        this.codec = codec;
        this.build = new IndexBuild<>(names, rules);
    }

    @Override
    public void add(String key, V value) {
        unwritten.add(Map.entry(key, codec.writing().apply(value)));
        build.add(key, value);
    }

    @Override
    public void keep() {
        if (unwritten.isEmpty()) {
            return;
        }
        var batch = unwritten;
        direct.write(target -> {
            if (!begun) {
                target.put(names.about(), IndexCatalogue.LOADING, YES);
            }
            batch.forEach(row -> target.put(names.rows(), row.getKey(), row.getValue()));
            target.flush();
        });
        begun = true;
        unwritten = new ArrayList<>();
    }

    @Override
    public void finish() {
        keep();
        if (begun) {
            build.write(direct);
        }
    }

    @Override
    public void close() {
        build.close();
    }
}
