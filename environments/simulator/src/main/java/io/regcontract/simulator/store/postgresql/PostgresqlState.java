package io.regcontract.simulator.store.postgresql;

import io.regcontract.simulator.store.backend.LostStateException;
import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.backend.StateBackend;
import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.backend.UnreachableStateException;
import io.regcontract.simulator.store.backend.UnusableStateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * State in a schema of a PostgreSQL database, for one simulator at a time. A batch that was written survives the end of
 * this process and that of the server, as far as the server keeps what it commits. A server that restarts is found
 * again; a schema that another simulator took meanwhile is lost.
 */
public final class PostgresqlState implements StateBackend {

    private static final String EVERYTHING = "select in_table, coalesce(whole_key, key), value from entries";
    private static final String ANALYZE = "analyze ordered";
    private static final String OF_A_TABLE = EVERYTHING + " where in_table = ?";
    private static final String OF_A_PLACE = "select value from entries where in_table = ? and key = ?";
    private static final int ROWS_AT_ONCE = 2_000;

    private final PostgresqlAddress address;
    private final DatabaseSentence sentences;
    private final String token = UUID.randomUUID().toString();
    private final OrderedNames names = new OrderedNames();
    private final ReadingConnections connections;
    private final PostgresqlTables ordered;
    private HoldingSession session;
    private Optional<String> lost = Optional.empty();

    private PostgresqlState(PostgresqlAddress address, HoldingSession session) {
        this.address = address;
        this.sentences = new DatabaseSentence(address);
        this.session = session;
        this.connections = new ReadingConnections(address);
        this.ordered = new PostgresqlTables(
                names, connections, (texts, cleared) -> write(texts, cleared, false), this::analyze);
    }

    /**
     * Opens a state, or begins a new one.
     *
     * @param who which process this is, for others that want the same state
     * @throws UnusableStateException when the database cannot be reached or used, or the schema is in use, of another
     *     program, or of a newer version
     */
    public static PostgresqlState open(PostgresqlAddress address, String who) {
        try {
            var session = HoldingSession.connect(address);
            try {
                session.refuseUnfit();
                if (!session.takeLock(Optional.empty())) {
                    throw inUse(address, session);
                }
                new SchemaMigration(address).perform(session);
                var opened = new PostgresqlState(address, session);
                try {
                    session.claim(opened.token, who);
                    return opened;
                } catch (SQLException unusable) {
                    opened.close();
                    throw unusable;
                }
            } catch (SQLException | RuntimeException unusable) {
                session.close();
                throw unusable;
            }
        } catch (SQLException unusable) {
            throw new DatabaseSentence(address).unusable(unusable);
        }
    }

    @Override
    public String name() {
        return address.name();
    }

    @Override
    public Map<String, SortedMap<String, String>> content() {
        var content = new TreeMap<String, SortedMap<String, String>>();
        try {
            // The driver holds all rows in memory unless they are read within a transaction.
            session.connection().setAutoCommit(false);
            try (var select = session.prepare(EVERYTHING)) {
                select.setFetchSize(ROWS_AT_ONCE);
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        content.computeIfAbsent(found.getString(1), unused -> new TreeMap<>())
                                .put(StoredKey.text(found.getBytes(2)), found.getString(3));
                    }
                }
            } finally {
                session.connection().rollback();
                session.connection().setAutoCommit(true);
            }
            return content;
        } catch (SQLException unreadable) {
            throw sentences.unusable(unreadable);
        }
    }

    private void analyze() {
        try (var statement = session.prepare(ANALYZE)) {
            statement.execute();
        } catch (SQLException unimportant) {
            // All is written. The server counts some time later without being asked.
        }
    }

    @Override
    public Optional<String> text(TableKey place) {
        try (var select = session.prepare(OF_A_PLACE)) {
            select.setString(1, place.table());
            select.setBytes(2, StoredKey.of(place.key()).key());
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        } catch (SQLException unreadable) {
            throw failure(unreadable);
        }
    }

    @Override
    public SortedMap<String, String> texts(String table) {
        var texts = new TreeMap<String, String>();
        try (var select = session.prepare(OF_A_TABLE)) {
            select.setString(1, table);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    texts.put(StoredKey.text(found.getBytes(2)), found.getString(3));
                }
            }
            return texts;
        } catch (SQLException unreadable) {
            throw failure(unreadable);
        }
    }

    @Override
    public void write(Map<TableKey, Optional<String>> texts, Set<String> dropped) {
        // What is removed of the other tables is named place by place.
        var emptied = dropped.stream().filter(PostgresqlTables::isOrdered).collect(Collectors.toSet());
        write(texts, emptied, true);
    }

    @Override
    public Optional<OrderedTables> ordered() {
        return Optional.of(ordered);
    }

    /** Writes again when the connection was lost: whatever became of the first attempt, the result is the same. */
    private void write(Map<TableKey, Optional<String>> texts, Set<String> emptied, boolean withIndexes) {
        refuseIfLost();
        try {
            new BatchWriter(session, names).write(texts, emptied, withIndexes);
        } catch (SQLException failed) {
            if (DatabaseSentence.isLoss(failed)) {
                throw lost("is gone");
            }
            if (!DatabaseSentence.isReadOnly(failed) && !session.isBroken()) {
                throw new IllegalStateException(sentences.reason(failed), failed);
            }
            reconnect();
            writeOnceMore(texts, emptied, withIndexes);
        }
    }

    @Override
    public void maintain() {
        // The server does.
    }

    @Override
    public void reopen() {
        ordered.forget();
        refuseIfLost();
        if (session.isBroken()) {
            reconnect();
        } else {
            refuseIfTaken();
        }
    }

    @Override
    public Optional<String> loss() {
        if (lost.isEmpty()) {
            try {
                reopen();
            } catch (LostStateException | UnreachableStateException trouble) {
                // A loss is noted. What cannot be reached is tried again.
            }
        }
        return lost;
    }

    @Override
    public UnusableStateException damaged(Throwable cause) {
        return new UnusableStateException(
                address.name() + " is damaged or no state of this version; give another --state-schema", cause);
    }

    @Override
    public void close() {
        connections.close();
        session.close();
    }

    private void writeOnceMore(Map<TableKey, Optional<String>> texts, Set<String> emptied, boolean withIndexes) {
        try {
            new BatchWriter(session, names).write(texts, emptied, withIndexes);
        } catch (SQLException again) {
            throw DatabaseSentence.isLoss(again)
                    ? lost("is gone")
                    : new IllegalStateException(sentences.reason(again), again);
        }
    }

    /** Connects anew, to a state that is as this simulator left it. */
    private void reconnect() {
        var former = session;
        former.close();
        try {
            session = HoldingSession.connect(address);
            if (!session.takeLock(Optional.of(former.process()))) {
                refuseIfTaken();
                session.close();
                throw new SQLException("a connection that was lost still holds it");
            }
            refuseIfTaken();
        } catch (SQLException unreachable) {
            throw new UnreachableStateException(sentences.reason(unreachable), unreachable);
        }
    }

    private void refuseIfTaken() {
        try {
            var holder = session.holderToken();
            if (!holder.equals(Optional.of(token))) {
                session.close();
                throw lost("was taken over by another simulator");
            }
        } catch (SQLException unreadable) {
            throw failure(unreadable);
        }
    }

    private RuntimeException failure(SQLException failed) {
        return DatabaseSentence.isLoss(failed)
                ? lost("is gone")
                : new UnreachableStateException(sentences.reason(failed), failed);
    }

    private void refuseIfLost() {
        lost.ifPresent(sentence -> {
            throw new LostStateException(sentence);
        });
    }

    private LostStateException lost(String what) {
        var sentence = address.name() + " " + what + " while the simulator was running";
        lost = Optional.of(sentence);
        return new LostStateException(sentence);
    }

    private static UnusableStateException inUse(PostgresqlAddress address, HoldingSession session) throws SQLException {
        var process = session.lockHolder()
                .map(pid -> " (process " + pid + " of the database server)")
                .orElse("");
        Optional<String> who;
        try {
            who = session.holderWords();
        } catch (SQLException notMadeYet) {
            who = Optional.empty();
        }
        return new UnusableStateException(address.name() + " is in use by " + who.orElse("another simulator") + process
                + "; stop the simulator that uses it, or give another --state-schema");
    }
}
