package io.regcontract.suite.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.control.client.ClientFeature;
import io.regcontract.suite.cli.SuiteCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway asks for, and the secrets of what exists, stand nowhere, though the replacement gives all of it away. */
class ReplacementSecretsTest {

    private static final String PASSWORD = "Existing+password/1";

    @TempDir
    private Path root;

    @Test
    void standInNoFileAndOnNoConsole() throws IOException {
        try (var front = ReplacementFront.with(
                List.of("/entity", "/clients/list", "/oauth/auth_native_traditional"), Set.of("maintenance"))) {
            var reader = front.simulator().control().clients().add(ClientFeature.DIRECT_ACCESS);
            var owner = front.simulator().control().clients().add(ClientFeature.OWNER);
            var accounts = new StringBuilder();
            for (int each = 1; each <= 12; each++) {
                var email = "existing-" + each + "@example.com";
                front.simulator().control().records("user").create(Map.of("email", email, "password", PASSWORD));
                accounts.append("    - {email: ").append(email).append(", password: file:PASSWORD}\n");
            }
            var secrets = new ArrayList<>(front.writeProfile(
                    root,
                    """
                    fixtures:
                      clients:
                        - {features: [direct_access], client-id: %s, client-secret: file:READER}
                        - {features: [owner], client-id: %s, client-secret: file:OWNER}
                      accounts:
                    """
                                    .formatted(reader.id(), owner.id())
                            + accounts));
            for (var secret : Map.of("READER", reader.secret(), "OWNER", owner.secret(), "PASSWORD", PASSWORD)
                    .entrySet()) {
                Files.writeString(root.resolve("environments/profiles").resolve(secret.getKey()), secret.getValue());
                secrets.add(secret.getValue());
            }
            for (var client : List.of(reader, owner)) {
                secrets.add(Base64.getEncoder()
                        .encodeToString((client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8)));
            }
            front.giveAway();

            var said = new StringWriter();
            var printer = new PrintWriter(said);
            for (var command : List.of("plan", "preflight", "run", "janitor")) {
                var arguments = new ArrayList<>(List.of(command, "--root", root.toString(), "--env", "facade"));
                if (command.equals("run")) {
                    arguments.addAll(List.of("--confirm", "facade", "--run", "run-1"));
                }
                SuiteCommand.execute(printer, printer, arguments.toArray(String[]::new));
            }

            var written = written();
            assertThat(List.of("X-echo", "${GATEWAY_", "${EXISTING_CLIENT_SECRET_", "${EXISTING_ACCOUNT_PASSWORD_"))
                    .filteredOn(name -> !written.contains(name))
                    .isEmpty();
            assertThat(secrets).noneMatch((written + said)::contains);
        }
    }

    private String written() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(root.resolve("environments")))
                    .toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
