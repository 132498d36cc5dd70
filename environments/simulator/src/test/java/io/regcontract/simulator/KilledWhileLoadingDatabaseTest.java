package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.store.postgresql.PostgresqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kills while records are loaded into PostgreSQL: of the simulator, and of the database. */
@Tag("sized")
class KilledWhileLoadingDatabaseTest extends KilledWhileLoadingContract {

    private final PostgresqlServer server = PostgresqlServer.start();
    private final String database = server.database();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysThatTheDatabaseWentAwayAndGoesOnWhenItIsStartedAgain() throws Exception {
        var words = directory.resolve("words");
        var process = launch(ProcessBuilder.Redirect.to(words.toFile()));
        try {
            awaitLoaded(process, RECORDS / 4);
            server.kill();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(words))
                .startsWith("The state in schema regcontract of database " + database + " at 127.0.0.1:" + server.port()
                        + " cannot be ")
                .endsWith(" What was written before is kept: mend this, and start the simulator again.\n")
                .doesNotContain("\tat ", PostgresqlServer.PASSWORD);
        server.up();
        finishes();
    }

    @Override
    long loaded() throws SQLException {
        try (var connection = server.connect(database);
                var statement = connection.createStatement();
                var made = statement.executeQuery("select to_regclass('regcontract.ordered') is not null")) {
            made.next();
            if (!made.getBoolean(1)) {
                return 0;
            }
            try (var found = statement.executeQuery(
                    "select count(*) from regcontract.ordered join regcontract.ordered_names on id = in_table"
                            + " where name like '%/records of user'")) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    @Override
    List<String> keeping() throws IOException {
        var password = Files.writeString(directory.resolve("password"), PostgresqlServer.PASSWORD);
        return List.of(
                "--state",
                server.url(database) + "?user=" + PostgresqlServer.OWNER,
                "--state-password",
                "file:" + password);
    }
}
