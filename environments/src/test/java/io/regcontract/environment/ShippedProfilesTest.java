package io.regcontract.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.environment.guard.EnvironmentGuard;
import io.regcontract.environment.loading.Environments;
import io.regcontract.environment.loading.ProfileException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profiles that come with the project. */
class ShippedProfilesTest {

    private static final Path PROFILES = Path.of("profiles");
    private static final Map<String, String> LOCAL = Map.of(
            "REGCONTRACT_BASE_URL", "http://127.0.0.1:8080",
            "REGCONTRACT_OWNER_CLIENT_ID", "owner",
            "REGCONTRACT_OWNER_CLIENT_SECRET", "owner-secret",
            "REGCONTRACT_LOGIN_CLIENT_ID", "login");

    @Test
    void areTheSimulatorInBothDialectsALocalOneAndAStandInForATenant() {
        assertThat(Environments.in(PROFILES, Map.of()).names())
                .containsExactly("local", "simulator", "simulator-observed", "stand-in");
    }

    @Test
    void simulatorNeedsNothingFromItsSurroundings() {
        var profile = Environments.in(PROFILES, Map.of()).named("simulator");

        assertThat(profile.embedded()).isTrue();
        assertThat(profile.kind()).isEqualTo(EnvironmentKind.SIMULATOR);
        assertThat(profile.dialect()).isEqualTo(Dialect.DOCUMENTED);
    }

    @Test
    void localIsWhereItsVariablesSay() {
        var profile = Environments.in(PROFILES, LOCAL).named("local");

        assertThat(profile.baseAddress()).hasValue(URI.create("http://127.0.0.1:8080"));
        assertThat(profile.credentials()).hasValue(new Credentials("owner", new Secret("owner-secret"), "login"));
        assertThat(profile.control()).isEmpty();
    }

    @Test
    void localHasAControlPlaneWhenItsVariablesSaySo() {
        var variables = new HashMap<>(LOCAL);
        variables.put("REGCONTRACT_CONTROL_URL", "http://127.0.0.1:8080");
        variables.put("REGCONTRACT_CONTROL_TOKEN", "control-token");

        assertThat(Environments.in(PROFILES, variables).named("local").control())
                .hasValue(new ControlPlaneAccess(
                        URI.create("http://127.0.0.1:8080/control/v1"), new Secret("control-token")));
    }

    @Test
    void localNamesEachVariableItMisses() {
        assertThatThrownBy(() -> Environments.in(PROFILES, Map.of()).named("local"))
                .isInstanceOf(ProfileException.class)
                .hasMessageContainingAll(LOCAL.keySet().toArray(String[]::new));
    }

    @Test
    void exampleIsCompleteOnceCopied(@TempDir Path copied) throws IOException {
        var secret = Files.writeString(copied.resolve("secret"), "tenant-secret");
        Files.writeString(
                copied.resolve("tenant.yaml"),
                Files.readString(PROFILES.resolve("tenant.example.yaml"))
                        .replace("/run/secrets/tenant-owner-client-secret", secret.toString()));

        var profile = Environments.in(
                        copied,
                        Map.of(
                                "TENANT_BASE_URL", "https://my-application.janraincapture.com",
                                "TENANT_OWNER_CLIENT_ID", "tenant-owner",
                                "TENANT_MARKER", "tenant-marker",
                                "TENANT_EXPIRED_ACCESS_TOKEN", "tenant-token"))
                .named("tenant");

        assertThat(profile.kind()).isEqualTo(EnvironmentKind.SANDBOX);
        assertThat(profile.acceptedErrata()).extracting(AcceptedDeviation::id).containsExactly("E-01");
        assertThat(new EnvironmentGuard(profile).refusals(RunEstimate.NOTHING, Optional.of("tenant")))
                .isEmpty();
    }

    @Test
    void exampleHasEveryKeyThatAProfileOfATenantMayHave() throws IOException {
        var example = Files.readString(PROFILES.resolve("tenant.example.yaml"));

        assertThat(ProfilePage.keys().stream()
                        .filter(key -> !key.startsWith("control") && !ofAReplacement(key))
                        .map(key -> key.replaceAll("^.*\\.", ""))
                        .filter(key -> !key.endsWith("]")))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(example).containsPattern("(?m)[ #{-]*" + key + ":"));
    }

    @Test
    void exampleOfAReplacementHasEveryKeyThatOnlyOneHas() throws IOException {
        var example = Files.readString(PROFILES.resolve("replacement.example.yaml"));

        assertThat(ProfilePage.keys().stream()
                        .filter(key -> ofAReplacement(key) || key.startsWith("control"))
                        .map(key -> key.replaceAll("^.*\\.", ""))
                        .filter(key -> !key.endsWith("]")))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(example).containsPattern("(?m)[ #{-]*" + key + ":"));
    }

    private static boolean ofAReplacement(String key) {
        return Stream.of(
                        "operations",
                        "deviations",
                        "gateway",
                        "guard.marker.header",
                        "guard.marker.path",
                        "fixtures.clients",
                        "fixtures.types",
                        "fixtures.accounts")
                .anyMatch(key::startsWith);
    }

    @Test
    void exampleOfAReplacementCanBeReadOnceItIsCopied(@TempDir Path directory) throws IOException {
        var copied = Files.createDirectory(directory.resolve("replacements"));
        Files.copy(PROFILES.resolve("replacement.example.yaml"), copied.resolve("replacement.yaml"));

        var profile = Environments.in(
                        copied,
                        Map.of(
                                "REPLACEMENT_OWNER_CLIENT_ID", "owner",
                                "REPLACEMENT_OWNER_CLIENT_SECRET", "owner-secret",
                                "REPLACEMENT_MARKER", "marker"))
                .named("replacement");

        assertThat(profile.kind()).isEqualTo(EnvironmentKind.REPLACEMENT);
        assertThat(profile.guarded()).isTrue();
        assertThat(profile.operations().holds("/oauth/token")).isTrue();
        assertThat(profile.operations().holds("/entity.create")).isFalse();
        assertThat(new EnvironmentGuard(profile).refusals(RunEstimate.NOTHING, Optional.of("replacement")))
                .isEmpty();
    }

    @Test
    void eachNamesItsSchemaInTheFirstLine() throws IOException {
        try (var files = Files.list(PROFILES)) {
            assertThat(files).hasSize(6).allSatisfy(file -> {
                var first = Files.readAllLines(file).get(0);
                assertThat(first).startsWith("# yaml-language-server: $schema=");
                assertThat(PROFILES.resolve(first.substring(first.indexOf('=') + 1)))
                        .exists();
            });
        }
    }
}
