package io.regcontract.simulator.store.postgresql;

import io.regcontract.simulator.store.backend.UnusableStateException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a failure of the driver means, in a sentence without its full stop that shows no secret and no stored value. */
final class DatabaseSentence {

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String NO_RIGHT = "42501";
    private static final String STARTING_OR_STOPPING = "57P03";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final Set<String> NOT_LET_IN = Set.of("28P01", "28000", "08004");
    private static final Set<String> NOT_THERE = Set.of("08001", "08006");
    private static final Set<String> TABLES_ARE_GONE = Set.of("42P01", "3F000");
    private static final String READ_ONLY = "25006";
    private static final int LONGEST = 300;

    private final PostgresqlAddress address;

    DatabaseSentence(PostgresqlAddress address) {
        this.address = address;
    }

    /** For the person who named the address. */
    UnusableStateException unusable(SQLException failure) {
        return new UnusableStateException(unusableBecause(failure), failure);
    }

    /** What the server or the driver says, in one line. */
    String reason(SQLException failure) {
        if (has(failure, UnknownHostException.class)) {
            return "there is no host of that name";
        }
        if (NOT_THERE.contains(state(failure)) && server(failure).isEmpty() && !isAboutTls(failure)) {
            return "no server of PostgreSQL answers at " + address.server();
        }
        var said = server(failure).map(ServerErrorMessage::getMessage).orElseGet(failure::getMessage);
        var line = address.withoutSecrets(String.valueOf(said))
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line.replaceFirst("\\.$", "");
    }

    /** Whether the tables of the state are not there any more. */
    static boolean isLoss(SQLException failure) {
        return TABLES_ARE_GONE.contains(state(failure));
    }

    /** Whether the server takes no writes any more because another one does now. */
    static boolean isReadOnly(SQLException failure) {
        return READ_ONLY.equals(state(failure));
    }

    private String unusableBecause(SQLException failure) {
        var state = state(failure);
        if (NOT_LET_IN.contains(state)) {
            return "the server at " + address.server() + " does not let user " + address.user() + " in ("
                    + reason(failure) + "); check the user and the password: PGPASSWORD, --state-password, or the"
                    + " user's password file ~/.pgpass";
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return "there is no database " + address.database() + " at " + address.server()
                    + "; make it first, with createdb, or name another";
        }
        if (state.equals(NO_RIGHT)) {
            return "user " + address.user() + " lacks a right in database " + address.database() + " ("
                    + reason(failure) + "); have its owner run CREATE SCHEMA " + address.schema() + " AUTHORIZATION \""
                    + address.user() + "\"";
        }
        if (state.equals(STARTING_OR_STOPPING)) {
            return "the server at " + address.server() + " is starting or stopping (" + reason(failure)
                    + "); try again in a moment";
        }
        if (state.equals(TOO_MANY_CONNECTIONS)) {
            return "the server at " + address.server() + " has no connection left (" + reason(failure)
                    + "); close some, or raise its max_connections";
        }
        if (NOT_THERE.contains(state) && !isAboutTls(failure)) {
            return address.name() + " cannot be reached: " + reason(failure)
                    + "; check host and port, and that the server runs and listens there";
        }
        return address.name() + " cannot be used: " + reason(failure);
    }

    private static boolean isAboutTls(SQLException failure) {
        return has(failure, javax.net.ssl.SSLException.class)
                || String.valueOf(failure.getMessage()).contains("SSL");
    }

    private static String state(SQLException failure) {
        return Optional.ofNullable(failure.getSQLState()).orElse("");
    }

    private static Optional<ServerErrorMessage> server(SQLException failure) {
        return failure instanceof PSQLException answered
                ? Optional.ofNullable(answered.getServerErrorMessage())
                : Optional.empty();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (var each = Optional.of(failure); each.isPresent(); each = each.map(Throwable::getCause)) {
            if (kind.isInstance(each.get())) {
                return true;
            }
        }
        return false;
    }
}
