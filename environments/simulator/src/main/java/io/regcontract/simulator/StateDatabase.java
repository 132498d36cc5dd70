package io.regcontract.simulator;

import io.regcontract.simulator.store.DurableStore;
import io.regcontract.simulator.store.backend.UnusableStateException;
import io.regcontract.simulator.store.postgresql.PostgresqlAddress;
import io.regcontract.simulator.store.postgresql.PostgresqlState;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A PostgreSQL database that keeps the state of a simulator, in a schema of its own. It needs {@code
 * org.postgresql:postgresql}, {@code org.flywaydb:flyway-database-postgresql} and {@code com.zaxxer:HikariCP} on the
 * class path, which the command has, and this library does not bring.
 *
 * <pre>{@code
 * RegistrationSimulator.builder()
 *         .state(StateDatabase.at("jdbc:postgresql://db.example/twin").user("twin").password(secret))
 *         .start();
 * }</pre>
 */
public final class StateDatabase {

    /** The schema where none is named. */
    public static final String DEFAULT_SCHEMA = "regcontract";

    private final String url;
    private final Optional<String> user;
    private final Optional<String> password;
    private final String schema;

    private StateDatabase(String url, Optional<String> user, Optional<String> password, String schema) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.schema = schema;
    }

    /**
     * A database by its address.
     *
     * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, with any parameter of the driver, such as {@code
     *     ?sslmode=verify-full}, but passwords
     */
    public static StateDatabase at(String url) {
        return new StateDatabase(url, Optional.empty(), Optional.empty(), DEFAULT_SCHEMA);
    }

    /** Whom to connect as, where the address does not say. The user of the process by default. */
    public StateDatabase user(String name) {
        return new StateDatabase(url, Optional.of(name), password, schema);
    }

    /** Where none is given, the driver looks into the password file of the user, {@code ~/.pgpass}. */
    public StateDatabase password(String secret) {
        return new StateDatabase(url, user, Optional.of(secret), schema);
    }

    /** The schema that holds the state, made where it is missing; {@value #DEFAULT_SCHEMA} by default. */
    public StateDatabase schema(String name) {
        return new StateDatabase(url, user, password, name);
    }

    /** @throws UnusableStateException when it cannot be used */
    DurableStore open() {
        try {
            return DurableStore.on(PostgresqlState.open(PostgresqlAddress.of(url, user, password, schema), process()));
        } catch (NoClassDefFoundError missing) {
            throw new UnusableStateException(
                    "state in PostgreSQL needs libraries that are not on the class path; add"
                            + " org.postgresql:postgresql, org.flywaydb:flyway-database-postgresql and"
                            + " com.zaxxer:HikariCP",
                    missing);
        }
    }

    private static String process() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            host = "a machine without a name";
        }
        return "the simulator with process " + ProcessHandle.current().pid() + " on " + host;
    }
}
