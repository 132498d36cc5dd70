package io.regcontract.endtoend.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.cli.RegcontractCommand;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.imports.ImportReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole way of somebody who leaves: a tenant with a schema of its own is exported, a simulator begins with the
 * export, and the whole contract holds there, under that schema.
 */
@Tag("long")
final class TwinContractTest {

    private static final Path PROJECT = Path.of(System.getProperty("regcontract.root", ".."));
    private static final Path FILES = PROJECT.resolve("contract-tests/src/test/resources/twin");
    private static final String SECRET = "the-owners-secret-of-this-tenant";

    @TempDir
    private Path root;

    @Test
    void holdsTheWholeContractUnderAForeignSchema() throws IOException {
        Files.writeString(root.resolve("owner"), SECRET);
        Files.writeString(root.resolve("control"), "the-token-of-the-control");
        var export = root.resolve("export");
        try (var tenant = builder()
                .type(FILES.resolve("user.json"))
                .type(FILES.resolve("mooring.json"))
                .recordsOf("user", FILES.resolve("users.ndjson"))
                .start()) {
            profile(tenant);
            said(0, "twin", "export", "--root=" + root, "--env=harbour", "--to=" + export);
        }
        try (var twin = builder()
                .type(export.resolve("types/user.json"))
                .type(export.resolve("types/mooring.json"))
                .settings(export.resolve("settings.json"))
                .clients(export.resolve("clients.json"))
                .flow(export.resolve("flows/standard.json"))
                .recordsOf("user", export.resolve("records/user.ndjson"))
                .start()) {
            assertThat(twin.imported().lines(ImportReport.Outcome.TAKEN))
                    .extracting(ImportReport.Line::what, ImportReport.Line::count)
                    .contains(tuple("attributes of type user", 120L), tuple("records of type user", 250L));
            assertThat(twin.imported().lines(ImportReport.Outcome.LEFT)).isEmpty();
            profile(twin);
            said(0, "run", "--root=" + root, "--env=harbour", "--scope=matrix", "--run=twin");
            var console =
                    said(0, "gate", "--root=" + root, "--run=twin", "--policy=" + PROJECT.resolve("reports/policy"));
            assertThat(console).contains("All " + ErrorCode.values().length + " codes are proven");
            var verdict = JsonMapper.shared()
                    .readTree(Files.readString(root.resolve("reports/target/regcontract/verdict.json")));
            assertThat(notProven(verdict)).as(console).isEmpty();
        }
    }

    private static List<String> notProven(JsonNode verdict) {
        var all = new ArrayList<String>();
        verdict.path("requirements").properties().forEach(count -> {
            if (count.getValue().asInt() > 0 && !List.of("total", "proven").contains(count.getKey())) {
                all.add(count.getKey());
            }
        });
        return all;
    }

    private static RegistrationSimulator.Builder builder() {
        return RegistrationSimulator.builder()
                .application("harbour")
                .ownerClient("owner", SECRET)
                .loginClient("login")
                .controlToken("the-token-of-the-control");
    }

    private void profile(RegistrationSimulator simulator) throws IOException {
        Files.writeString(
                Files.createDirectories(root.resolve("environments/profiles")).resolve("harbour.yaml"),
                """
                name: harbour
                description: A simulator with a schema of somebody's own.
                kind: simulator
                base-address: %s
                dialect: documented
                application: harbour
                credentials:
                  owner: {client-id: owner, client-secret: file:../../owner}
                  login: {client-id: login}
                control: {address: %s, token: file:../../control}
                pace: {in-flight: 2}
                """
                        .formatted(simulator.baseAddress(), simulator.controlAddress()));
    }

    private static String said(int exit, String... arguments) {
        var out = new StringWriter();
        var printer = new PrintWriter(out, true);
        assertThat(RegcontractCommand.execute(printer, printer, arguments))
                .as(out::toString)
                .isEqualTo(exit);
        return out.toString();
    }
}
