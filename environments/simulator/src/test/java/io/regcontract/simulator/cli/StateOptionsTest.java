package io.regcontract.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to who names a state that cannot be used, without a database. */
class StateOptionsTest {

    private static final String SECRET = "hunter2";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void explainsWhereStateCanBe() {
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.toString())
                .contains("--state=FILE|URL", "--state-schema=NAME", "--state-password=REFERENCE")
                .contains("PGPASSWORD", "jdbc:postgresql://HOST:PORT/DATABASE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/twin?user=u&password=hunter2",
                "jdbc:postgresql://localhost/twin?sslpassword=hunter2"
            })
    void refusesASecretThatOthersCouldRead(String url) {
        refuses(
                "The address of the state has a password in it, where other users of this machine can read it; take ",
                "--state",
                url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:hunter2@localhost/twin",
                "postgres://u:hunter2@localhost/twin",
                "mysql://localhost/hunter2"
            })
    void takesNoAddressForAFile(String url) {
        refuses(
                "--state takes a file, or the address of a PostgreSQL database in the form"
                        + " jdbc:postgresql://HOST:PORT/DATABASE?user=USER.",
                "--state",
                url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "jdbc:postgresql://u:hunter2@localhost/twin|The address of a state in PostgreSQL has no user or password"
                        + " before the host; write jdbc:postgresql://HOST:PORT/DATABASE?user=USER",
                "jdbc:oracle:thin:hunter2|The address of a state in PostgreSQL begins with jdbc:postgresql:; write",
                "jdbc:postgresql://localhost:port/twin|The address jdbc:postgresql://localhost:port/twin is none of a database;",
                "jdbc:postgresql://a:123456/twin|The address jdbc:postgresql://a:123456/twin is none of a database; write",
                "jdbc:postgresql://a:70000/twin|The address jdbc:postgresql://a:70000/twin is none of a database; write",
                "jdbc:postgresql://[::1/twin|The address jdbc:postgresql://[::1/twin is none of a database; write",
                "jdbc:postgresql://localhost/twin?sslmod=require|The address of the state has a parameter that the driver"
                        + " of PostgreSQL does not know, sslmod;",
            })
    void refusesWhatIsNoAddress(String url, String sentence) {
        refuses(sentence, "--state", url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Twin", "pg_twin", "information_schema", "a;drop schema b", "\"a", "", "1st"})
    void refusesWhatIsNoNameForASchema(String name) {
        refuses(
                "\"" + name + "\" is no name for a schema; use up to 63 small letters, digits and underscores,",
                "--state",
                "jdbc:postgresql://127.0.0.1:1/x",
                "--state-schema",
                name);
    }

    @Test
    void refusesOptionsOfADatabaseThatIsNotGiven() {
        refuses("--state-schema is for a database in --state;", "--state", "file.db", "--state-schema", "twin");
        refuses("--state-password is for a database in --state;", "--state-password", "env:HOME");
    }

    @Test
    void readsThePasswordOnlyFromWhereNobodyElseLooks() {
        refuses(
                "--state-password takes no secret itself, because other users of this machine can read a command line;",
                "--state",
                "jdbc:postgresql://127.0.0.1:1/x",
                "--state-password",
                SECRET);
        refuses(
                "--state-password: the environment variable TWIN_PASSWORD is not set",
                "--state",
                "jdbc:postgresql://127.0.0.1:1/x",
                "--state-password",
                "env:TWIN_PASSWORD");
    }

    @Test
    void saysWhereNobodyAnswers() {
        refuses(
                "The state in schema regcontract of database x at 127.0.0.1:1 cannot be reached: no server of PostgreSQL"
                        + " answers at 127.0.0.1:1; check host and port, and that the server runs and listens there.",
                "--state",
                "jdbc:postgresql://127.0.0.1:1/x");
    }

    private void refuses(String sentence, String... options) {
        assertThat(run(Map.of("PGPASSWORD", SECRET, "PGUSER", "u"), options)).isEqualTo(2);
        assertThat(err.toString()).contains(sentence).doesNotContain(SECRET, "\tat ");
        assertThat(err.toString().lines().filter(line -> !line.equals("--help names all options.")))
                .allSatisfy(line -> assertThat(line).isNotBlank());
        assertThat(out.toString()).isEmpty();
        err.getBuffer().setLength(0);
    }

    private int run(Map<String, String> environment, String... options) {
        return SimulatorCommand.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(List.of(options).toArray(String[]::new));
    }
}
