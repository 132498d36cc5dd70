package io.regcontract.simulator.store.postgresql;

import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.backend.StoredText;
import io.regcontract.simulator.store.backend.TableKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a batch of texts in one transaction, and in one statement when it is of ordinary size. */
final class BatchWriter {

    private static final String WRITE =
            """
            with gone as (
              delete from entries using unnest(?::text[], ?::bytea[]) as removed (in_table, key)
              where entries.in_table = removed.in_table and entries.key = removed.key
            ), gone_ordered as (
              delete from ordered using unnest(?::int[], ?::text[]) as removed (in_table, key)
              where ordered.in_table = removed.in_table and ordered.key = removed.key
            ), new_ordered as (
              insert into ordered (in_table, key, value)
              select * from unnest(?::int[], ?::text[], ?::text[])
              on conflict (in_table, key) do update set value = excluded.value
            )
            insert into entries (in_table, key, whole_key, value)
            select * from unnest(?::text[], ?::bytea[], ?::bytea[], ?::text[])
            on conflict (in_table, key) do update set value = excluded.value
            """;

    private static final String EMPTY =
            """
            delete from ordered using ordered_names
            where in_table = id and (name = ? or (? and starts_with(name, ?)))
            """;

    private static final int MOST_IN_A_STATEMENT = 5_000;
    private static final int LONGEST_STATEMENT = 8 * 1024 * 1024;

    private final Connection connection;
    private final OrderedNames names;

    BatchWriter(HoldingSession session, OrderedNames names) {
        this.connection = session.connection();
        this.names = names;
    }

    /** Writes texts, and removes what has none: all of it or nothing. May be repeated after a failure. */
    void write(Map<TableKey, Optional<String>> texts) throws SQLException {
        write(texts, Set.of(), false);
    }

    /**
     * The same, after everything has gone from some ordered tables.
     *
     * @param withIndexes whether the indexes of these tables are emptied, too
     */
    void write(Map<TableKey, Optional<String>> texts, Set<String> emptied, boolean withIndexes) throws SQLException {
        var parts = parts(texts);
        if (parts.size() == 1 && emptied.isEmpty()) {
            write(parts.get(0));
            return;
        }
        connection.setAutoCommit(false);
        try {
            for (var table : emptied) {
                empty(table, withIndexes);
            }
            for (var part : parts) {
                write(part);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            giveUp(failed);
            throw failed;
        }
    }

    private void giveUp(SQLException failed) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            failed.addSuppressed(broken);
        }
    }

    private void empty(String table, boolean withIndexes) throws SQLException {
        try (var statement = connection.prepareStatement(EMPTY)) {
            statement.setString(1, table);
            statement.setBoolean(2, withIndexes);
            statement.setString(3, table + OrderedTables.INDEX);
            statement.executeUpdate();
        }
    }

    private void write(Part part) throws SQLException {
        try (var statement = connection.prepareStatement(WRITE)) {
            statement.setArray(1, connection.createArrayOf("text", part.tablesOfGone.toArray()));
            statement.setArray(2, connection.createArrayOf("bytea", part.gone.toArray(byte[][]::new)));
            statement.setArray(3, connection.createArrayOf("int4", part.numbersOfGone.toArray()));
            statement.setArray(4, connection.createArrayOf("text", part.goneOrdered.toArray()));
            statement.setArray(5, connection.createArrayOf("int4", part.numbers.toArray()));
            statement.setArray(6, connection.createArrayOf("text", part.orderedKeys.toArray()));
            statement.setArray(7, connection.createArrayOf("text", part.orderedValues.toArray()));
            statement.setArray(8, connection.createArrayOf("text", part.tables.toArray()));
            statement.setArray(9, connection.createArrayOf("bytea", part.keys.toArray(byte[][]::new)));
            statement.setArray(10, connection.createArrayOf("bytea", part.wholeKeys.toArray(byte[][]::new)));
            statement.setArray(11, connection.createArrayOf("text", part.values.toArray()));
            statement.executeUpdate();
        }
    }

    private List<Part> parts(Map<TableKey, Optional<String>> texts) throws SQLException {
        var parts = new ArrayList<Part>();
        var part = new Part();
        parts.add(part);
        for (var entry : texts.entrySet()) {
            if (part.isFull()) {
                part = new Part();
                parts.add(part);
            }
            var place = entry.getKey();
            if (PostgresqlTables.isOrdered(place.table())) {
                part.addOrdered(names.give(connection, place.table()), place.key(), entry.getValue());
            } else {
                part.add(place, entry.getValue());
            }
        }
        return parts;
    }

    /** What goes in one statement. */
    private static final class Part {

        private final List<String> tablesOfGone = new ArrayList<>();
        private final List<byte[]> gone = new ArrayList<>();
        private final List<Integer> numbersOfGone = new ArrayList<>();
        private final List<String> goneOrdered = new ArrayList<>();
        private final List<Integer> numbers = new ArrayList<>();
        private final List<String> orderedKeys = new ArrayList<>();
        private final List<String> orderedValues = new ArrayList<>();
        private final List<String> tables = new ArrayList<>();
        private final List<byte[]> keys = new ArrayList<>();
        private final List<byte[]> wholeKeys = new ArrayList<>();
        private final List<String> values = new ArrayList<>();
        private int number;
        private int length;

        void add(TableKey place, Optional<String> text) {
            number++;
            var stored = StoredKey.of(place.key());
            if (text.isPresent()) {
                tables.add(place.table());
                keys.add(stored.key());
                wholeKeys.add(stored.whole().orElse(null));
                values.add(StoredText.of(text.get()));
                length += text.get().length();
            } else {
                tablesOfGone.add(place.table());
                gone.add(stored.key());
            }
        }

        void addOrdered(int table, String key, Optional<String> text) {
            number++;
            if (text.isPresent()) {
                numbers.add(table);
                orderedKeys.add(key);
                orderedValues.add(StoredText.of(text.get()));
                length += text.get().length();
            } else {
                numbersOfGone.add(table);
                goneOrdered.add(key);
            }
        }

        boolean isFull() {
            return number >= MOST_IN_A_STATEMENT || length >= LONGEST_STATEMENT;
        }
    }
}
