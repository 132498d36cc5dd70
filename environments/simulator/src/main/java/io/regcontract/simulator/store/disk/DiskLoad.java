package io.regcontract.simulator.store.disk;

import io.regcontract.simulator.store.StorageException;
import io.regcontract.simulator.store.indexed.IndexRule;
import io.regcontract.simulator.store.indexed.TableLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes many values into the backend, and the entries of their indexes at the end, in order. A thread of its own
 * writes one batch while the next one is made.
 */
final class DiskLoad<V> implements TableLoad<V> {

    private static final byte[] YES = {'1'};

    private final TableNames names;
    private final Direct direct;
    private final TextCodec<V> codec;
    private final IndexBuild<V> build;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "regcontract-simulator-load");
        thread.setDaemon(true);
        return thread;
    });

    private List<Map.Entry<String, V>> batch = new ArrayList<>();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    /** Used by the thread that writes. */
    private boolean begun;

    DiskLoad(TableNames names, Direct direct, TextCodec<V> codec, Map<String, IndexRule<V>> rules) {
        this.names = names;
        this.direct = direct;
        this.codec = codec;
        this.build = new IndexBuild<>(names, rules);
    }

    @Override
    public void add(String key, V value) {
        batch.add(Map.entry(key, value));
    }

    @Override
    public void keep() {
        await();
        if (!batch.isEmpty()) {
            var next = batch;
            batch = new ArrayList<>(next.size());
            writing = CompletableFuture.runAsync(() -> write(next), writer);
        }
    }

    @Override
    public void finish() {
        keep();
        await();
        if (begun) {
            build.write(direct);
        }
    }

    @Override
    public void close() {
        try {
            await();
        } finally {
            writer.shutdown();
            build.close();
        }
    }

    private void write(List<Map.Entry<String, V>> values) {
        var texts = new ArrayList<Map.Entry<String, byte[]>>(values.size());
        for (var value : values) {
            texts.add(Map.entry(value.getKey(), codec.writing().apply(value.getValue())));
            build.add(value.getKey(), value.getValue());
        }
        direct.write(target -> {
            if (!begun) {
                target.put(names.about(), IndexCatalogue.LOADING, YES);
            }
            target.putAll(names.rows(), texts.iterator());
            target.flush();
        });
        begun = true;
    }

    /** Waits for the batch that is being written, and tells once that it could not be. */
    private void await() {
        var last = writing;
        writing = CompletableFuture.completedFuture(null);
        try {
            last.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StorageException known
                    ? known
                    : new StorageException("values cannot be loaded: " + failed.getCause());
        }
    }
}
