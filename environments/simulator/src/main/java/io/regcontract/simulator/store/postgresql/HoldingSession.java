package io.regcontract.simulator.store.postgresql;

import io.regcontract.simulator.store.backend.UnusableStateException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The connection through which a simulator writes to its schema. It holds a lock of the database that ends with it: who
 * can write is who holds the schema, whatever became of another process.
 */
final class HoldingSession implements AutoCloseable {

    private static final int OLDEST_VERSION = 12;
    /** Seconds. */
    private static final int PATIENCE_WITH_A_PING = 5;
    /** A process that was killed holds its lock until the server notices. */
    private static final Duration PATIENCE_WITH_A_LOCK = Duration.ofSeconds(3);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final PostgresqlAddress address;
    private final Connection connection;
    private final int process;
    private final long lock;

    private HoldingSession(PostgresqlAddress address, Connection connection) throws SQLException {
        this.address = address;
        this.connection = connection;
        this.lock = lock(address.schema());
        this.process = number("select pg_backend_pid()");
    }

    /** Connects, without the lock. */
    static HoldingSession connect(PostgresqlAddress address) throws SQLException {
        var connection = address.dataSource().getConnection();
        try {
            var session = new HoldingSession(address, connection);
            session.run("set search_path to \"" + address.schema() + "\"");
            // A machine that went away without a word is forgotten in half a minute, and its lock with it.
            session.run("set tcp_keepalives_idle = 10");
            session.run("set tcp_keepalives_interval = 5");
            session.run("set tcp_keepalives_count = 4");
            return session;
        } catch (SQLException unusable) {
            connection.close();
            throw unusable;
        }
    }

    /** @throws UnusableStateException when the server is too old, or keeps texts in a way that loses characters */
    void refuseUnfit() throws SQLException {
        int version = number("select current_setting('server_version_num')::int / 10000");
        if (version < OLDEST_VERSION) {
            throw new UnusableStateException("the server at " + address.server() + " is PostgreSQL " + version
                    + ", and a state needs " + OLDEST_VERSION + " or newer");
        }
        var encoding = text("select current_setting('server_encoding')").orElse("");
        if (!encoding.equals("UTF8")) {
            throw new UnusableStateException("database " + address.database() + " keeps its texts in " + encoding
                    + ", which has not all characters; name one that was made with encoding UTF8");
        }
    }

    /**
     * The form that the tables of the schema have; empty when there are none.
     *
     * @param history the table that says so
     * @throws UnusableStateException when the schema has tables of another program
     */
    Optional<String> form(String history) throws SQLException {
        var name = address.schema() + "." + history;
        if (truth("select to_regclass('" + name + "') is not null")) {
            return text("select version from " + name + " where success order by installed_rank desc limit 1");
        }
        if (truth("select exists (select from pg_class where relnamespace = to_regnamespace('" + address.schema()
                + "'))")) {
            throw new UnusableStateException(address.name() + " belongs to another program: it has tables, and none"
                    + " that says which form they have; give another --state-schema");
        }
        return Optional.empty();
    }

    /**
     * Takes the lock, unless another session holds it for a while longer.
     *
     * @param former the server's process of a session that this simulator had, which is ended when it still has the
     *     lock
     */
    boolean takeLock(Optional<Integer> former) throws SQLException {
        long waited = 0;
        while (!truth("select pg_try_advisory_lock(" + lock + ")")) {
            if (waited > PATIENCE_WITH_A_LOCK.toNanos()) {
                return false;
            }
            if (former.isPresent() && former.equals(lockHolder())) {
                truth("select pg_terminate_backend(" + former.get() + ")");
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            waited += BETWEEN_TRIES.toNanos();
        }
        return true;
    }

    /** The server's process that holds the lock. */
    Optional<Integer> lockHolder() throws SQLException {
        return text("select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 1"
                        + " and database = (select oid from pg_database where datname = current_database())"
                        + " and classid = " + (lock >>> 32) + " and objid = " + (lock & 0xFFFF_FFFFL))
                .map(Integer::valueOf);
    }

    /** Writes down who uses the schema. */
    void claim(String token, String who) throws SQLException {
        try (var claim = connection.prepareStatement("insert into holder (token, who) values (?, ? || to_char(now() at"
                + " time zone 'UTC', '\" since \"YYYY-MM-DD\" \"HH24:MI:SS\" UTC\"'))"
                + " on conflict (only_one) do update set token = excluded.token, who = excluded.who")) {
            claim.setString(1, token);
            claim.setString(2, who);
            claim.executeUpdate();
        }
    }

    /** Who wrote down last that it uses the schema: its token. */
    Optional<String> holderToken() throws SQLException {
        return text("select token from holder");
    }

    /** The same, in words. */
    Optional<String> holderWords() throws SQLException {
        return text("select who from holder");
    }

    /** The server's process that serves this session. */
    int process() {
        return process;
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** Whether nothing can be done with it any more. */
    boolean isBroken() {
        try {
            return !connection.isValid(PATIENCE_WITH_A_PING);
        } catch (SQLException broken) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // It is closed all the same.
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String sql) throws SQLException {
        return Integer.parseInt(text(sql).orElse("0"));
    }

    private boolean truth(String sql) throws SQLException {
        return text(sql).filter("t"::equals).isPresent();
    }

    private Optional<String> text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
        }
    }

    /** The number of the lock: the same for a schema in every process, and another one for every other program. */
    private static long lock(String schema) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(("regcontract simulator, schema " + schema).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException neverSo) {
            throw new IllegalStateException(neverSo);
        }
    }
}
