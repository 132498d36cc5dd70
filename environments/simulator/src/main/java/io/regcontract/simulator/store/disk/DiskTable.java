package io.regcontract.simulator.store.disk;

import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.indexed.Changes;
import io.regcontract.simulator.store.indexed.IndexRule;
import io.regcontract.simulator.store.indexed.IndexedTable;
import io.regcontract.simulator.store.indexed.IndexedValues;
import io.regcontract.simulator.store.indexed.KeptTable;
import io.regcontract.simulator.store.indexed.KeyRange;
import io.regcontract.simulator.store.indexed.TableLoad;
import io.regcontract.simulator.store.indexed.TableView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table with indexes that stays in the backend. What was written is in memory until the backend has it. Every change
 * notes the value and the entries of indexes that it touches, so that all of them are written together.
 */
public final class DiskTable<V> implements IndexedTable<V>, KeptTable<V> {

    private final TableNames names;
    private final OrderedTables tables;
    private final Direct direct;
    private final TextCodec<V> codec;
    private final Changes changes;
    private final ReadValues<V> read;
    private final IndexCatalogue<V> catalogue;
    private volatile Unwritten<V> unwritten;
    private volatile Map<String, IndexRule<V>> rules = Map.of();
    private volatile boolean detached;

    /** One place that a change wrote, with what stood there before. */
    private record Touched(String table, String key, @Nullable Mark<?> before, Mark<?> after) {}

    /**
     * A table in a backend.
     *
     * @param hidden stands for a removal of all that the backend has of the table, which is not written yet
     * @param changes where the calling thread notes what it changes
     */
    public DiskTable(
            TableNames names,
            OrderedTables tables,
            Direct direct,
            TextCodec<V> codec,
            Optional<Object> hidden,
            Changes changes) {
        this.names = names;
        this.tables = tables;
        this.direct = direct;
        this.codec = codec;
        this.changes = changes;
        this.read = new ReadValues<>(codec.reading());
        this.catalogue = new IndexCatalogue<>(names, tables, direct, codec);
        this.unwritten = Unwritten.nothing(hidden);
    }

    @Override
    public Optional<V> get(String key) {
        return view().get(key);
    }

    @Override
    public boolean insert(String key, V value) {
        return change(key, now -> now == null ? value : now).isEmpty();
    }

    @Override
    public void put(String key, V value) {
        change(key, unused -> value);
    }

    @Override
    public Optional<V> remove(String key) {
        return change(key, unused -> null);
    }

    @Override
    public List<String> keys() {
        var all = new ArrayList<String>();
        view().keys(KeyRange.ALL, false).forEachRemaining(all::add);
        return all;
    }

    @Override
    public Collection<V> values() {
        var all = new ArrayList<V>();
        view().values(KeyRange.ALL, false).forEachRemaining(all::add);
        return all;
    }

    @Override
    public TableView<V> view() {
        return new DiskView<>(names, unwritten, tables, read, rules.keySet());
    }

    @Override
    public synchronized void keepIndexes(Map<String, IndexRule<V>> wanted) {
        var touched = new ArrayList<Touched>();
        var state = unwritten;
        var known = catalogue.known(state);
        var gone = new HashSet<>(known.keySet());
        gone.removeAll(wanted.keySet());
        var missing = new HashSet<>(wanted.keySet());
        missing.removeIf(name -> wanted.get(name).version().equals(known.get(name)));
        // What the entries in the backend were made from, whatever is written there by now.
        Map<String, V> inBackend = Map.of();
        if (state.hidden().isPresent() || catalogue.isEmpty()) {
            for (var name : missing) {
                var version = wanted.get(name).version();
                state = written(state, names.about(), name, Optional.of(version), touched);
            }
            for (var name : gone) {
                state = written(state, names.about(), name, Optional.empty(), touched);
            }
        } else {
            var rows = state.rows();
            inBackend =
                    catalogue.renew(wanted, missing, gone, key -> rows.get(key).isPresent());
        }
        for (var name : missing) {
            state = state.withoutTexts(names.index(name));
        }
        var rows = state.rows().entries(KeyRange.ALL, false);
        while (rows.hasNext() && !missing.isEmpty()) {
            var row = rows.next();
            var written = inBackend.get(row.getKey());
            var present = row.getValue().value().orElse(null);
            for (var name : missing) {
                state = indexed(state, name, wanted.get(name), row.getKey(), written, present, touched);
            }
        }
        rules = Map.copyOf(wanted);
        publish(state, touched);
    }

    @Override
    public Optional<TableLoad<V>> load() {
        return unwritten.hidden().isPresent() || detached
                ? Optional.empty()
                : Optional.of(new DiskLoad<>(names, direct, codec, rules));
    }

    private synchronized Optional<V> change(String key, UnaryOperator<@Nullable V> change) {
        var before = get(key).orElse(null);
        var after = change.apply(before);
        if (before != after) {
            var touched = new ArrayList<Touched>();
            var mark = new Mark<>(Optional.<V>ofNullable(after));
            touched.add(new Touched(names.rows(), key, unwritten.rows().get(key).orElse(null), mark));
            var state = unwritten.withRow(key, mark);
            for (var rule : rules.entrySet()) {
                state = indexed(state, rule.getKey(), rule.getValue(), key, before, after, touched);
            }
            publish(state, touched);
        }
        return Optional.ofNullable(before);
    }

    private Unwritten<V> indexed(
            Unwritten<V> state,
            String index,
            IndexRule<V> rule,
            String key,
            @Nullable V before,
            @Nullable V after,
            List<Touched> touched) {
        var old = IndexedValues.entries(rule, key, before);
        var present = IndexedValues.entries(rule, key, after);
        var changed = state;
        if (!old.equals(present)) {
            var table = names.index(index);
            for (var entry : old) {
                changed = present.contains(entry) ? changed : written(changed, table, entry, Optional.empty(), touched);
            }
            for (var entry : present) {
                changed = old.contains(entry) ? changed : written(changed, table, entry, Optional.of(""), touched);
            }
        }
        return changed;
    }

    private static <V> Unwritten<V> written(
            Unwritten<V> state, String table, String key, Optional<String> text, List<Touched> touched) {
        var mark = new Mark<>(text);
        touched.add(new Touched(table, key, state.texts(table).get(key).orElse(null), mark));
        return state.withText(table, key, mark);
    }

    private void publish(Unwritten<V> state, List<Touched> touched) {
        unwritten = state;
        if (!detached && !touched.isEmpty()) {
            changes.wrote(
                    touched.stream()
                            .map(each -> new TableKey(each.table(), each.key()))
                            .toList(),
                    () -> undo(touched));
        }
    }

    /** Where someone else has written since, it stays as it is. */
    @SuppressWarnings("ReferenceEquality") // A mark stands for one write.
    private synchronized void undo(List<Touched> touched) {
        var state = unwritten;
        for (var each : touched) {
            if (mark(state, each.table(), each.key()).orElse(null) == each.after()) {
                state = with(state, each.table(), each.key(), each.before());
            }
        }
        unwritten = state;
    }

    private Optional<? extends Mark<?>> mark(Unwritten<V> state, String table, String key) {
        return table.equals(names.rows())
                ? state.rows().get(key)
                : state.texts(table).get(key);
    }

    @SuppressWarnings("unchecked") // The table tells which it is.
    private Unwritten<V> with(Unwritten<V> state, String table, String key, @Nullable Mark<?> mark) {
        return table.equals(names.rows())
                ? state.withRow(key, (Mark<V>) mark)
                : state.withText(table, key, (Mark<String>) mark);
    }

    @Override
    public Present present(TableKey place) {
        var mark = mark(unwritten, place.table(), place.key());
        boolean isText = !place.table().equals(names.rows());
        if (mark.isPresent()) {
            return new Present(mark.get().value().map(Object.class::cast), isText, mark.map(Object.class::cast));
        }
        return new Present(
                isText
                        ? tables.text(place.table(), place.key()).map(text -> new String(text, StandardCharsets.UTF_8))
                        : get(place.key()).map(Object.class::cast),
                isText,
                Optional.empty());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // A mark stands for one write.
    public synchronized void written(Map<TableKey, Object> marks) {
        var state = unwritten;
        for (var each : marks.entrySet()) {
            var place = each.getKey();
            if (mark(state, place.table(), place.key()).orElse(null) == each.getValue()) {
                state = with(state, place.table(), place.key(), null);
            }
        }
        unwritten = state;
    }

    /** The backend has removed what it had of the table before. */
    @SuppressWarnings("ReferenceEquality") // Each removal is one of its own.
    public synchronized void removed(Object removal) {
        if (unwritten.hidden().orElse(null) == removal) {
            unwritten = unwritten.shown();
        }
    }

    /** What the backend has is what there is: nothing else is under way. */
    public synchronized void forgetUnwritten() {
        unwritten = Unwritten.nothing(Optional.empty());
    }

    @Override
    public void restore(String key, Optional<V> value) {
        forgetUnwritten();
    }

    @Override
    public void detach() {
        detached = true;
    }

    @Override
    public void attach() {
        detached = false;
    }
}
