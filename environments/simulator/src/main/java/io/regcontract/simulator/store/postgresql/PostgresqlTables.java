package io.regcontract.simulator.store.postgresql;

import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.indexed.KeyRange;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The tables of a schema that are looked into where they lie. A snapshot is one of each statement: a walk through a range
 * asks for some rows at a time, so it sees each of them at one moment or another. Nothing is held in the database for
 * those who do not end a walk.
 */
final class PostgresqlTables implements OrderedTables {

    private static final String TEXT = "select value from ordered where in_table = ? and key = ?";
    private static final String TEXTS = "select key, value from ordered where in_table = ? and key = any (?)";
    private static final String COUNT = "select count(*) from ordered where in_table = ? and key >= ? and key < ?";

    private final OrderedNames names;
    private final ReadingConnections connections;
    private final BiConsumer<Map<TableKey, Optional<String>>, Set<String>> writing;
    private final Runnable analyzing;
    private final Map<TableKey, Optional<String>> unflushed = new LinkedHashMap<>();
    private final Set<String> cleared = new HashSet<>();

    /**
     * The tables of a schema.
     *
     * @param writing writes places, and empties tables before, in one transaction
     * @param analyzing has the server count what is there, for its plans
     */
    PostgresqlTables(
            OrderedNames names,
            ReadingConnections connections,
            BiConsumer<Map<TableKey, Optional<String>>, Set<String>> writing,
            Runnable analyzing) {
        this.names = names;
        this.connections = connections;
        this.writing = writing;
        this.analyzing = analyzing;
    }

    /** Whether a table is one of these. */
    static boolean isOrdered(String table) {
        return table.startsWith(PREFIX);
    }

    @Override
    public Snapshot snapshot() {
        return new Present();
    }

    @Override
    public void put(String table, String key, byte[] text) {
        unflushed.put(new TableKey(table, key), Optional.of(new String(text, StandardCharsets.UTF_8)));
    }

    @Override
    public void remove(String table, String key) {
        unflushed.put(new TableKey(table, key), Optional.empty());
    }

    @Override
    public void clear(String table) {
        unflushed.keySet().removeIf(place -> place.table().equals(table));
        cleared.add(table);
    }

    @Override
    public void flush() {
        writing.accept(unflushed, cleared);
        forget();
    }

    /** Without figures the server sorts whole tables to give the first thousand rows. */
    @Override
    public void loaded() {
        analyzing.run();
    }

    /** Forgets what was put and not flushed. */
    void forget() {
        unflushed.clear();
        cleared.clear();
    }

    /** What is there when it is asked for. */
    private final class Present implements Snapshot {

        @Override
        public void hold(Iterable<String> tables) {
            // What was written since is seen: see above.
        }

        @Override
        public Optional<byte[]> text(String table, String key) {
            return connections.read(connection -> {
                var number = names.find(connection, table);
                if (number.isEmpty()) {
                    return Optional.empty();
                }
                try (var select = connection.prepareStatement(TEXT)) {
                    select.setInt(1, number.get());
                    select.setString(2, key);
                    try (var found = select.executeQuery()) {
                        return found.next()
                                ? Optional.of(found.getString(1).getBytes(StandardCharsets.UTF_8))
                                : Optional.empty();
                    }
                }
            });
        }

        @Override
        public long count(String table, KeyRange range) {
            return connections.read(connection -> {
                var number = names.find(connection, table);
                if (number.isEmpty() || range.isEmpty()) {
                    return 0L;
                }
                try (var select = connection.prepareStatement(COUNT)) {
                    select.setInt(1, number.get());
                    select.setString(2, range.from());
                    select.setString(3, range.before());
                    try (var found = select.executeQuery()) {
                        return found.next() ? found.getLong(1) : 0L;
                    }
                }
            });
        }

        @Override
        public Iterator<String> keys(String table, KeyRange range, boolean descending) {
            return new OrderedWalk<>(
                    range,
                    descending,
                    (rest, most) ->
                            connections.read(connection -> rows(connection, table, rest, descending, most, false)),
                    Map.Entry::getKey);
        }

        @Override
        public Iterator<Map.Entry<String, byte[]>> texts(String table, KeyRange range, boolean descending) {
            return new OrderedWalk<>(
                    range,
                    descending,
                    (rest, most) ->
                            connections.read(connection -> rows(connection, table, rest, descending, most, true)),
                    row -> row);
        }

        @Override
        public Iterator<Map.Entry<String, Optional<byte[]>>> texts(String table, Iterator<String> keys) {
            return new KeyedWalk(keys, some -> connections.read(connection -> textsOf(connection, table, some)));
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private Map<String, byte[]> textsOf(Connection connection, String table, List<String> keys) throws SQLException {
        var texts = new HashMap<String, byte[]>();
        var number = names.find(connection, table);
        if (number.isPresent()) {
            try (var select = connection.prepareStatement(TEXTS)) {
                select.setInt(1, number.get());
                select.setArray(2, connection.createArrayOf("text", keys.toArray()));
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        texts.put(found.getString(1), found.getString(2).getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return texts;
    }

    private List<Map.Entry<String, byte[]>> rows(
            Connection connection, String table, KeyRange range, boolean descending, int most, boolean withTexts)
            throws SQLException {
        var number = names.find(connection, table);
        if (number.isEmpty() || range.isEmpty()) {
            return List.of();
        }
        var sql = "select key" + (withTexts ? ", value" : "")
                + " from ordered where in_table = ? and key >= ? and key < ? order by key" + (descending ? " desc" : "")
                + " limit " + most;
        var rows = new ArrayList<Map.Entry<String, byte[]>>();
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, number.get());
            select.setString(2, range.from());
            select.setString(3, range.before());
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(Map.entry(
                            found.getString(1),
                            withTexts ? found.getString(2).getBytes(StandardCharsets.UTF_8) : new byte[0]));
                }
            }
        }
        return rows;
    }
}
