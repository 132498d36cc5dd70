package io.regcontract.suite.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.standin.StandInTenant.Traits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No secret of a tenant is in anything that the command line writes, its console included: neither those that its profile
 * refers to, nor any that came up on the way. The tenant is one in which much goes wrong, since it is then that most is said.
 */
@Tag("long")
final class NoSecretInOutputTest {

    private static final String RUN = "run-1";

    @TempDir
    private Path directory;

    @Test
    void standInNoFileAndOnNoConsole() throws IOException {
        var traits = Traits.USUAL.unhurried().badGatewayEvery(41);
        try (var tenant = StandInTenant.start(Files.createDirectories(directory.resolve("tenant")), traits)) {
            tenant.writeHurriedProfile(
                    Files.createDirectories(directory.resolve("environments/profiles")),
                    profile -> profile.substring(0, profile.indexOf("accepted-errata:")));
            command(tenant, "plan", "plan");
            command(tenant, "preflight", "preflight");
            var run = command(tenant, RUN, "run", "--run", RUN, "--confirm", StandInTenant.PROFILE);
            command(tenant, "janitor", "janitor", "--delete");

            assertThat(run.said()).contains("contradicted");
            assertThat(tenant.badGateways()).isPositive();
            var secrets = new HashSet<>(tenant.secrets());
            secrets.add(pair(tenant.ownerClientId(), tenant.ownerClientSecret()));
            secrets.addAll(cameUp());
            assertThat(secrets).hasSizeGreaterThan(100);
            var written = written();
            assertThat(written)
                    .containsKeys("plan.txt", "preflight.txt", RUN + ".txt", "janitor.txt")
                    .anySatisfy((file, text) -> assertThat(file).startsWith("contract-tests/target/regcontract/runs"));
            assertThat(secrets)
                    .allSatisfy(secret -> assertThat(holding(secret, written)).isEmpty());
        }
    }

    private SuiteProcess command(StandInTenant tenant, String name, String... arguments) {
        return SuiteProcess.start(tenant, directory, name, arguments).endsWell();
    }

    /** What the run handed over to the search for leaks: every secret that it came to know. */
    private Set<String> cameUp() throws IOException {
        var secrets = new HashSet<String>();
        for (var line : Files.readAllLines(handedOver())) {
            secrets.add(new String(Base64.getDecoder().decode(line.split(" ", -1)[1]), StandardCharsets.UTF_8));
        }
        return secrets;
    }

    private Path handedOver() {
        return directory.resolve("tmp/regcontract-" + RUN + ".registered");
    }

    /** Everything there is but what was handed over, by its path. */
    private Map<String, String> written() throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(handedOver()))
                    .forEach(file -> texts.put(directory.relativize(file).toString(), text(file)));
        }
        return texts;
    }

    /** The files in which it stands. */
    private static List<String> holding(String secret, Map<String, String> written) {
        return written.entrySet().stream()
                .filter(file -> file.getValue().contains(secret))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String text(Path file) {
        try {
            // Whatever is no text has to be looked through as well.
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pair(String client, String secret) {
        return Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
