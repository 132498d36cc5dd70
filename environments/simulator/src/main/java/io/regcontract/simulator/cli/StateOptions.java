package io.regcontract.simulator.cli;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.StateDatabase;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where state is kept: in a file, in a schema of a PostgreSQL database, or in memory only. */
final class StateOptions {

    private static final String STATE = "--state";
    private static final String SCHEMA = "--state-schema";
    private static final String PASSWORD = "--state-password";
    private static final String JDBC = "jdbc:";
    /** What other programs take for the address of a database, and would be a strange name for a file. */
    private static final Pattern OTHER_ADDRESS = Pattern.compile("(?i)(postgres(ql)?|jdbc|mysql|mariadb|https?):.*");

    @Option(
            names = STATE,
            paramLabel = "FILE|URL",
            description = "Keeps everything across restarts, in this file, or in a PostgreSQL database, for one"
                    + " simulator at a time: jdbc:postgresql://HOST:PORT/DATABASE?user=USER. In memory only when left"
                    + " out.")
    private Optional<String> state = Optional.empty();

    @Option(
            names = SCHEMA,
            paramLabel = "NAME",
            description = "The schema of the database, made where it is missing (default: "
                    + StateDatabase.DEFAULT_SCHEMA + ").")
    private Optional<String> schema = Optional.empty();

    @Option(
            names = PASSWORD,
            paramLabel = "REFERENCE",
            description = "Password for the database: env:NAME or file:PATH. When left out, the variable PGPASSWORD,"
                    + " or else the password file ~/.pgpass.")
    private Optional<String> password = Optional.empty();

    /**
     * @param environment the environment variables of the process
     * @throws IllegalArgumentException when the options contradict each other, or a reference leads to nothing
     */
    void applyTo(RegistrationSimulator.Builder builder, SecretReference secrets, Map<String, String> environment) {
        if (state.filter(text -> text.startsWith(JDBC)).isPresent()) {
            builder.state(database(state.get(), secrets, environment));
            return;
        }
        if (schema.isPresent() || password.isPresent()) {
            throw new IllegalArgumentException((schema.isPresent() ? SCHEMA : PASSWORD)
                    + " is for a database in " + STATE + "; give it jdbc:postgresql://HOST:PORT/DATABASE, or leave it"
                    + " out");
        }
        state.map(StateOptions::file).ifPresent(builder::state);
    }

    private StateDatabase database(String url, SecretReference secrets, Map<String, String> environment) {
        var database = StateDatabase.at(url).schema(schema.orElse(StateDatabase.DEFAULT_SCHEMA));
        var secret = password.map(reference -> secrets.read(PASSWORD, reference))
                .or(() -> variable(environment, "PGPASSWORD"));
        if (secret.isPresent()) {
            database = database.password(secret.get());
        }
        var user = variable(environment, "PGUSER");
        return user.isPresent() ? database.user(user.get()) : database;
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    private static Path file(String text) {
        if (OTHER_ADDRESS.matcher(text).matches()) {
            // It may have a password in it, and is not repeated.
            throw new IllegalArgumentException(STATE + " takes a file, or the address of a PostgreSQL database in the"
                    + " form jdbc:postgresql://HOST:PORT/DATABASE?user=USER");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException unusable) {
            throw new IllegalArgumentException(STATE + ": what is given is no name for a file");
        }
    }
}
