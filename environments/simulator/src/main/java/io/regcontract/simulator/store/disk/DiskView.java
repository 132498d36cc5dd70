package io.regcontract.simulator.store.disk;

import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.indexed.Iterated;
import io.regcontract.simulator.store.indexed.KeyRange;
import io.regcontract.simulator.store.indexed.SortedTree;
import io.regcontract.simulator.store.indexed.TableView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What was in a table at one moment: what was not written then, over what the backend had. */
final class DiskView<V> implements TableView<V> {

    private final TableNames names;
    private final Unwritten<V> unwritten;
    private final OrderedTables tables;
    private final ReadValues<V> read;
    private final Collection<String> indexes;
    private Optional<OrderedTables.Snapshot> snapshot = Optional.empty();

    DiskView(
            TableNames names,
            Unwritten<V> unwritten,
            OrderedTables tables,
            ReadValues<V> read,
            Collection<String> indexes) {
        this.names = names;
        this.unwritten = unwritten;
        this.tables = tables;
        this.read = read;
        this.indexes = indexes;
    }

    @Override
    public void hold() {
        if (unwritten.hidden().isEmpty()) {
            var all = new ArrayList<String>(List.of(names.rows()));
            indexes.forEach(index -> all.add(names.index(index)));
            snapshot().hold(all);
        }
    }

    @Override
    public void close() {
        snapshot.ifPresent(OrderedTables.Snapshot::close);
        snapshot = Optional.empty();
    }

    @Override
    public Optional<V> get(String key) {
        var mark = unwritten.rows().get(key);
        if (mark.isPresent()) {
            return mark.get().value();
        }
        if (unwritten.hidden().isPresent()) {
            return Optional.empty();
        }
        var text = snapshot.isPresent() ? snapshot.get().text(names.rows(), key) : tables.text(names.rows(), key);
        return text.map(known -> read.value(key, known));
    }

    @Override
    public long count(KeyRange keys) {
        return count(names.rows(), unwritten.rows(), keys);
    }

    @Override
    public long count(String index, KeyRange entries) {
        return count(names.index(index), unwritten.texts(names.index(index)), entries);
    }

    private <T> long count(String table, SortedTree<Mark<T>> marks, KeyRange range) {
        if (unwritten.hidden().isPresent()) {
            long count = 0;
            var each = marks.entries(range, false);
            while (each.hasNext()) {
                count += each.next().getValue().value().isPresent() ? 1 : 0;
            }
            return count;
        }
        return used(present -> {
            long count = present.count(table, range);
            var each = marks.entries(range, false);
            while (each.hasNext()) {
                var mark = each.next();
                boolean isThere = mark.getValue().value().isPresent();
                if (isThere != present.text(table, mark.getKey()).isPresent()) {
                    count += isThere ? 1 : -1;
                }
            }
            return count;
        });
    }

    @Override
    public Iterator<String> keys(KeyRange keys, boolean descending) {
        return keysOf(names.rows(), unwritten.rows(), keys, descending);
    }

    @Override
    public Iterator<String> entries(String index, KeyRange entries, boolean descending) {
        return keysOf(names.index(index), unwritten.texts(names.index(index)), entries, descending);
    }

    @Override
    public Iterator<V> values(KeyRange keys, boolean descending) {
        return mapped(merged(names.rows(), unwritten.rows(), keys, descending, read::valueOnce), Map.Entry::getValue);
    }

    @Override
    public Iterator<V> values(Iterator<String> keys) {
        if (unwritten.hidden().isPresent()) {
            return TableView.super.values(keys);
        }
        var texts = held(names.rows()).texts(names.rows(), keys);
        return Iterated.stream(texts)
                .flatMap(known -> value(known.getKey(), known.getValue()).stream())
                .iterator();
    }

    private Optional<V> value(String key, Optional<byte[]> text) {
        var mark = unwritten.rows().get(key);
        return mark.isPresent() ? mark.get().value() : text.map(known -> read.valueOnce(key, known));
    }

    private <T> Iterator<String> keysOf(String table, SortedTree<Mark<T>> marks, KeyRange range, boolean descending) {
        if (unwritten.hidden().isEmpty() && !marks.entries(range, false).hasNext()) {
            return held(table).keys(table, range, descending);
        }
        // The values play no part, so that what is written has any.
        SortedTree<Mark<Object>> any = untyped(marks);
        return mapped(merged(table, any, range, descending, (key, text) -> key), Map.Entry::getKey);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // It is only read.
    private static SortedTree<Mark<Object>> untyped(SortedTree marks) {
        return (SortedTree<Mark<Object>>) marks;
    }

    private <T> Iterator<Map.Entry<String, T>> merged(
            String table,
            SortedTree<Mark<T>> marks,
            KeyRange range,
            boolean descending,
            BiFunction<String, byte[], T> reading) {
        Iterator<Map.Entry<String, byte[]>> written = unwritten.hidden().isPresent()
                ? Collections.emptyIterator()
                : held(table).texts(table, range, descending);
        return new MergedEntries<>(marks.entries(range, descending), written, reading, descending);
    }

    private OrderedTables.Snapshot held(String table) {
        var present = snapshot();
        present.hold(List.of(table));
        return present;
    }

    private OrderedTables.Snapshot snapshot() {
        var present = snapshot.orElseGet(tables::snapshot);
        snapshot = Optional.of(present);
        return present;
    }

    /** Uses the snapshot, or one that is closed at once. */
    private <T> T used(Function<OrderedTables.Snapshot, T> question) {
        if (snapshot.isPresent()) {
            return question.apply(snapshot.get());
        }
        try (var brief = tables.snapshot()) {
            return question.apply(brief);
        }
    }

    private static <A, B> Iterator<B> mapped(Iterator<A> all, Function<A, B> made) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public B next() {
                return made.apply(all.next());
            }
        };
    }
}
