package io.regcontract.simulator.store.postgresql;

import io.regcontract.simulator.store.backend.TableKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a batch of texts in one transaction, and in one statement when it is of ordinary size. */
final class BatchWriter {

    private static final String WRITE =
            """
            with gone as (
              delete from entries using unnest(?::text[], ?::bytea[]) as removed (in_table, key)
              where entries.in_table = removed.in_table and entries.key = removed.key
            )
            insert into entries (in_table, key, whole_key, value)
            select * from unnest(?::text[], ?::bytea[], ?::bytea[], ?::text[])
            on conflict (in_table, key) do update set value = excluded.value
            """;

    private static final int MOST_IN_A_STATEMENT = 5_000;
    private static final int LONGEST_STATEMENT = 8 * 1024 * 1024;

    private final HoldingSession session;

    BatchWriter(HoldingSession session) {
        this.session = session;
    }

    /** Writes texts, and removes what has none: all of it or nothing. May be repeated after a failure. */
    void write(Map<TableKey, Optional<String>> texts) throws SQLException {
        var parts = parts(texts);
        var connection = session.connection();
        if (parts.size() == 1) {
            write(connection, parts.get(0));
            return;
        }
        connection.setAutoCommit(false);
        try {
            for (var part : parts) {
                write(connection, part);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            giveUp(connection, failed);
            throw failed;
        }
    }

    private static void giveUp(Connection connection, SQLException failed) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            failed.addSuppressed(broken);
        }
    }

    private void write(Connection connection, Part part) throws SQLException {
        try (var statement = session.prepare(WRITE)) {
            statement.setArray(1, connection.createArrayOf("text", part.tablesOfGone.toArray()));
            statement.setArray(2, connection.createArrayOf("bytea", part.gone.toArray(byte[][]::new)));
            statement.setArray(3, connection.createArrayOf("text", part.tables.toArray()));
            statement.setArray(4, connection.createArrayOf("bytea", part.keys.toArray(byte[][]::new)));
            statement.setArray(5, connection.createArrayOf("bytea", part.wholeKeys.toArray(byte[][]::new)));
            statement.setArray(6, connection.createArrayOf("text", part.values.toArray()));
            statement.executeUpdate();
        }
    }

    private static List<Part> parts(Map<TableKey, Optional<String>> texts) {
        var parts = new ArrayList<Part>();
        var part = new Part();
        parts.add(part);
        for (var entry : texts.entrySet()) {
            if (part.isFull()) {
                part = new Part();
                parts.add(part);
            }
            part.add(entry.getKey(), entry.getValue());
        }
        return parts;
    }

    /** What goes in one statement. */
    private static final class Part {

        private final List<String> tablesOfGone = new ArrayList<>();
        private final List<byte[]> gone = new ArrayList<>();
        private final List<String> tables = new ArrayList<>();
        private final List<byte[]> keys = new ArrayList<>();
        private final List<byte[]> wholeKeys = new ArrayList<>();
        private final List<String> values = new ArrayList<>();
        private int length;

        void add(TableKey place, Optional<String> text) {
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

        boolean isFull() {
            return keys.size() + gone.size() >= MOST_IN_A_STATEMENT || length >= LONGEST_STATEMENT;
        }
    }
}
