package io.regcontract.simulator.store.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.regcontract.simulator.store.StorageException;
import java.sql.Connection;
import java.sql.SQLException;

/** Connections for those who only read, while others read and one writes. */
final class ReadingConnections implements AutoCloseable {

    private static final int MOST = 8;
    /** Milliseconds. A server that restarts is back by then, mostly. */
    private static final long PATIENCE = 3_000;

    private final PostgresqlAddress address;
    private final HikariDataSource pool;

    /** A question to the database. */
    @FunctionalInterface
    interface Question<T> {

        T ask(Connection connection) throws SQLException;
    }

    ReadingConnections(PostgresqlAddress address) {
        this.address = address;
        var settings = new HikariConfig();
        settings.setPoolName("regcontract-simulator-state");
        settings.setDataSource(address.dataSource());
        settings.setMaximumPoolSize(MOST);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(PATIENCE);
        settings.setInitializationFailTimeout(-1);
        settings.setReadOnly(true);
        settings.setConnectionInitSql("set search_path to \"" + address.schema() + "\"");
        this.pool = new HikariDataSource(settings);
    }

    /**
     * Asks a question, once more when the connection turned out to be cut.
     *
     * @throws StorageException when there is no answer
     */
    <T> T read(Question<T> question) {
        try {
            return once(question);
        } catch (SQLException first) {
            try {
                return once(question);
            } catch (SQLException failed) {
                throw new StorageException(
                        address.name() + " cannot be read: " + new DatabaseSentence(address).reason(failed));
            }
        }
    }

    private <T> T once(Question<T> question) throws SQLException {
        try (var connection = pool.getConnection()) {
            return question.ask(connection);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
