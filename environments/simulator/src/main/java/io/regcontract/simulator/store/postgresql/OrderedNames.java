package io.regcontract.simulator.store.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers that stand for the names of ordered tables: a name in each row would be most of an index. */
final class OrderedNames {

    private static final String FIND = "select id from ordered_names where name = ?";
    private static final String ADD = "insert into ordered_names (name) values (?) on conflict do nothing returning id";

    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    /** The number of a table; empty when nothing was ever written to it. */
    Optional<Integer> find(Connection connection, String name) throws SQLException {
        var number = known.get(name);
        return number != null ? Optional.of(number) : remembered(name, asked(connection, FIND, name));
    }

    /** The number of a table, which gets one when it has none. */
    int give(Connection connection, String name) throws SQLException {
        var found = find(connection, name);
        if (found.isEmpty()) {
            found = asked(connection, ADD, name);
        }
        return found.orElseThrow(() -> new SQLException("a table was named at the same time"));
    }

    private Optional<Integer> remembered(String name, Optional<Integer> number) {
        number.ifPresent(found -> known.put(name, found));
        return number;
    }

    private static Optional<Integer> asked(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var found = statement.executeQuery()) {
                return found.next() ? Optional.of(found.getInt(1)) : Optional.empty();
            }
        }
    }
}
