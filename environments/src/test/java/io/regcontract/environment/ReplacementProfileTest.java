package io.regcontract.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.environment.loading.Environments;
import io.regcontract.environment.loading.ProfileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile of kind replacement: what stands in the place of the service, and implements a part of it. */
class ReplacementProfileTest {

    private static final String GOOD =
            """
            name: here
            description: a replacement
            kind: replacement
            base-address: https://gateway.example/legacy/capture
            dialect: documented
            credentials:
              owner: {client-id: owner-1, client-secret: env:OWNER_SECRET}
              login: {client-id: login-1}
            guard:
              hosts: [gateway.example]
              marker: {setting: may-write-here, value: env:MARKER}
            budgets: {calls: 500, things: 40}
            pace: {calls-per-second: 5}
            operations: [/entity, "oauth/*"]
            """;

    @TempDir
    private Path directory;

    private final Map<String, String> variables =
            new HashMap<>(Map.of("OWNER_SECRET", "owner-secret", "MARKER", "marker-value"));

    @Test
    void saysWhereItIsAndWhatItImplements() {
        var profile = here(GOOD);

        assertThat(profile.baseAddress()).map(Object::toString).hasValue("https://gateway.example/legacy/capture");
        assertThat(profile.guarded()).isTrue();
        assertThat(profile.operations().holds("/entity")).isTrue();
        assertThat(profile.operations().holds("/oauth/token")).isTrue();
        assertThat(profile.operations().holds("/entity.create")).isFalse();
    }

    @Test
    void isExcusedWhatItHasNoWayToMake() {
        var profile = here(GOOD);

        assertThat(profile.capabilities()).containsExactly(Capability.WRITING);
        assertThat(KindExpectations.load().lackingIn(profile))
                .extracting(MissingCapability::capability)
                .contains(Capability.SET_UP, Capability.QUOTA, Capability.TELLING_FLOW)
                .doesNotContain(Capability.WRITING);
    }

    @Test
    void mustSayWhatItImplements() {
        assertRefused(
                GOOD.replace("operations: [/entity, \"oauth/*\"]\n", ""),
                ":1:1: operations: this key is missing, and a replacement needs it. List the paths of the operations that"
                        + " it implements, such as /entity or /oauth/*.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                 | :14:1: operations: expected at least 1 element",
                "[/entity, /enttiy] | :14:23: operations[1]: the contract has no operation '/enttiy'. Take the path of one",
                "[/entity.cr*t]     | :14:14: operations[0]: the contract has no operation '/entity.cr*t'",
            })
    void mustMeanOperationsOfTheContract(String operations, String complaint) {
        assertThatThrownBy(() -> here(GOOD.replace("[/entity, \"oauth/*\"]", operations)))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("here.yaml" + complaint);
    }

    @Test
    void isTheOnlyKindThatImplementsAPart() {
        assertRefused(
                GOOD.replace("kind: replacement", "kind: sandbox"),
                ":14:1: operations: only a replacement implements a part of the operations. Remove this key, or write"
                        + " kind: replacement.");
    }

    private void assertRefused(String yaml, String complaint) {
        assertThatThrownBy(() -> here(yaml))
                .isInstanceOf(ProfileException.class)
                .hasMessageEndingWith("here.yaml" + complaint);
    }

    private Profile here(String yaml) {
        try {
            Files.writeString(directory.resolve("here.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Environments.in(directory, variables).named("here");
    }
}
