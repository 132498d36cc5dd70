package io.regcontract.simulator;

import io.regcontract.simulator.store.postgresql.PostgresqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Nor does one with its state in PostgreSQL, and the database is free again at once. */
@Tag("sized")
class KilledProcessWithDatabaseTest extends KilledProcessContract {

    @TempDir
    private Path directory;

    private final PostgresqlServer server = PostgresqlServer.shared();
    private String database = "";

    @BeforeEach
    void makeDatabase() {
        database = server.database();
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
