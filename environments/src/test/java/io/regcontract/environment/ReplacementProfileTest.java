package io.regcontract.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.environment.guard.EnvironmentGuard;
import io.regcontract.environment.loading.Environments;
import io.regcontract.environment.loading.ProfileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
              marker: {path: /may-write-here, value: env:MARKER}
            budgets: {calls: 500, things: 40}
            pace: {calls-per-second: 5}
            operations: [/entity, "oauth/*"]
            """;

    private static final String THINGS =
            """
            fixtures:
              clients:
                - features: [direct_read_access]
                  client-id: reader-1
                  client-secret: env:READER_SECRET
              types:
                - name: badges
                  attributes:
                    - {name: badge, type: string, length: 2, constraints: [unique]}
                    - {name: cards, type: plural, attr_defs: [{name: number, type: string}]}
              accounts:
                - {email: ada@example.com, password: env:PASSWORD}
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
    void saysWhatItsGatewayAsksFor() {
        variables.put("KEY", "gateway-key");
        variables.put("BEARER", "gateway-bearer");
        var profile = here(GOOD + "gateway: {headers: {X-Key: env:KEY}, bearer: env:BEARER}\n");

        assertThat(profile.gateway().headers())
                .isEqualTo(Map.of(
                        "X-Key",
                        new Secret("gateway-key"),
                        "Proxy-Authorization",
                        new Secret("Bearer gateway-bearer")));
        assertThat(profile.toString()).doesNotContain("gateway-key", "gateway-bearer");
        assertThat(here(GOOD + "gateway: {bearer: env:BEARER, bearer-header: X-Bearer}\n")
                        .gateway()
                        .headers())
                .containsOnlyKeys("X-Bearer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{headers: {Authorization: env:MARKER}} | gateway.headers.Authorization: a gateway's key cannot stand in the header Auth",
                "{headers: {Host: env:MARKER}}          | gateway.headers.Host: a gateway's key cannot stand in the header Host",
                "{headers: {X-Key: literal-key}}        | gateway.headers.X-Key: a secret must not stand in a profile",
                "{bearer: literal-token}                | gateway.bearer: a secret must not stand in a profile",
                "{bearer: env:MARKER, bearer-header: authorization} | gateway.bearer-header: the bearer cannot stand in",
                "{client-certificate: 'file:none.pem'}  | gateway.client-certificate: there is no file",
            })
    void keepsItsGatewaysSecretsOutOfTheProfileAndOutOfTheWayOfTheApi(String gateway, String complaint) {
        assertThatThrownBy(() -> here(GOOD + "gateway: " + gateway + "\n"))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{header: X-Test, value: env:MARKER} | HEADER | X-Test",
                "{path: /a/b, value: env:MARKER}     | PATH   | /a/b",
            })
    void hasAMarkerThatNeedNotBeASetting(String marker, Marker.Place place, String name) {
        var profile = here(GOOD.replace("{path: /may-write-here, value: env:MARKER}", marker));

        assertThat(profile.safeguards().marker()).hasValue(new Marker(place, name, new Secret("marker-value")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{value: env:MARKER}                          | it does not say where the marker is found",
                "{path: /a, header: X-A, value: env:MARKER}   | it names more than one place: header, path",
                "{setting: may-write-here, value: env:MARKER} | a setting cannot be read there: /settings/get is none of",
            })
    void hasItsMarkerInOnePlaceWhereItCanBeSeen(String marker, String complaint) {
        assertThatThrownBy(() -> here(GOOD.replace("{path: /may-write-here, value: env:MARKER}", marker)))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void mayHaveItsControlPlaneElsewhereWhereTheGuardAllowsIt() {
        variables.put("CONTROL", "control-token");
        var control = "control: {address: \"https://test.example/control/v1\", token: env:CONTROL}\n";

        assertRefused(
                GOOD + control,
                ":1:1: application: this key is missing, and a replacement with a control plane needs it. Name the"
                        + " application by which its control plane knows it.");
        var profile = here(GOOD + control + "application: acme\n");
        assertThat(new EnvironmentGuard(profile).refusals(RunEstimate.NOTHING, Optional.of("here")))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.toString())
                        .contains("the host test.example is not on the profile's list", "Correct control.address"));
        assertThat(KindExpectations.load().lackingIn(profile, profile.capabilities(Set.of(Capability.QUOTA))))
                .extracting(MissingCapability::capability)
                .contains(Capability.MAINTENANCE, Capability.SET_UP)
                .doesNotContain(Capability.QUOTA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check: body.code   | check: body.cod     | deviations[0].check: there is no check 'body.cod'",
                "2027-06-30         | 2027-02-30          | deviations[0].review: '2027-02-30' is not in the calendar",
                "id: D-2            | id: D-1             | deviations[1].id: 'D-1' is taken",
                "id: D-2            | id: W-2             | deviations[1].id: ",
                "code: 36x, check   | check               | deviations[1].requirement: this key is missing",
                "kind: replacement  | kind: sandbox       | deviations: only a replacement declares deviations",
            })
    void declaresDeviationsOfChecksThatThereAre(String from, String to, String complaint) {
        var good = GOOD
                + """
                deviations:
                  - {id: D-1, requirement: "REG-361.*", check: body.code, actual: "360", reason: We are coarser here., owner: us, review: 2027-06-30}
                  - {id: D-2, code: 36x, check: body.error, actual: "x", reason: We are coarser here., owner: us, review: 2027-06-30}
                """;

        assertThat(here(good).guarded()).isTrue();
        assertThatThrownBy(() -> here(good.replace(from, to)))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void declaresADeviationOfAllCodesAndSaysPlainlyWhatAPatternIs() {
        var good = GOOD
                + """
                deviations:
                  - {id: D-1, requirement: "REG-*", check: body.error, actual: "x", reason: We are coarser here., owner: us, review: 2027-06-30}
                """;

        assertThat(here(good).guarded()).isTrue();
        assertRefused(
                good.replace("REG-*", "361.*"),
                ":16:15: deviations[0].requirement: expected the id of a requirement or a pattern of ids, beginning with"
                        + " REG-, found \"361.*\". The id of a requirement, or a pattern of ids with * and ?, such as REG-361.*"
                        + " or REG-*.");
    }

    @Test
    void namesWhatExistsForRequirementsToUse() {
        variables.put("READER_SECRET", "reader-secret");
        variables.put("PASSWORD", "password-1");
        var things = here(GOOD + THINGS).fixtures().things();

        assertThat(things.clients())
                .containsExactly(new ExistingThings.Client(
                        Set.of("direct_read_access"), "reader-1", new Secret("reader-secret")));
        assertThat(things.types()).singleElement().satisfies(type -> {
            assertThat(type.name()).isEqualTo("badges");
            assertThat(type.attributes())
                    .containsExactly(
                            Map.of(
                                    "name",
                                    "badge",
                                    "type",
                                    "string",
                                    "length",
                                    BigInteger.TWO,
                                    "constraints",
                                    List.of("unique")),
                            Map.of(
                                    "name",
                                    "cards",
                                    "type",
                                    "plural",
                                    "attr_defs",
                                    List.of(Map.of("name", "number", "type", "string"))));
        });
        assertThat(things.accounts())
                .containsExactly(
                        new ExistingThings.Account("ada@example.com", new Secret("password-1"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "env:READER_SECRET | hunter2-literal  | :19:7: fixtures.clients[0].client-secret: a secret must not stand in",
                "env:PASSWORD      | hunter2-literal  | :26:32: fixtures.accounts[0].password: a secret must not stand in a",
                "env:PASSWORD      | env:NOT_SET      | :26:32: fixtures.accounts[0].password: the environment variable NOT_SET",
                "direct_read_access | read_access     | :17:18: fixtures.clients[0].features[0]: expected one of \"owner\",",
                "length: 2         | lenght: 2        | :23:39: fixtures.types[0].attributes[0].lenght: there is no such key."
                        + " Did you mean length?",
                "type: plural      | type: ''         | fixtures.types[0].attributes[1].type: expected at least 1 character",
                "{name: number, type: string} | {name: number} | fixtures.types[0].attributes[1].attr_defs[0].type: this key",
                "email: ada@example.com | email: a    | :26:8: fixtures.accounts[0].email: expected at least 3 characters",
                "kind: replacement | kind: sandbox    | fixtures.types: only in a replacement these may have to exist",
                "[/entity,         | [/entity.create, | fixtures.accounts: they would never be used: the suite makes what it"
                        + " needs by /entity.create, which is in scope. Remove this key, or that operation from operations.",
            })
    void refusesWhatCannotBeUsedAndSaysWhere(String from, String to, String complaint) {
        variables.put("READER_SECRET", "reader-secret");
        variables.put("PASSWORD", "password-1");

        assertThatThrownBy(() -> here((GOOD + THINGS).replace(from, to)))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deviations", "fixtures"})
    void readsWhatItsPageGivesForAnExample(String key) throws IOException {
        for (var variable : List.of("READER_ID", "WRITER_ID", "READER_SECRET", "WRITER_SECRET", "PERSON_PASSWORD")) {
            variables.put(variable, "something");
        }
        var page = Files.readString(Path.of("../docs/replacement.md"));
        var start = page.indexOf("```yaml\n" + key + ":");
        assertThat(start).isPositive();

        var profile = here(GOOD + page.substring(start + "```yaml\n".length(), page.indexOf("```\n", start + 1)));

        assertThat(profile.fixtures().things().clients()).hasSize(key.equals("fixtures") ? 2 : 0);
    }

    @Test
    void namesNothingTwice() {
        variables.put("READER_SECRET", "reader-secret");
        variables.put("PASSWORD", "password-1");
        assertThatThrownBy(() -> here(GOOD + THINGS + "    - {email: ada@example.com, password: env:PASSWORD}\n"))
                .isInstanceOf(ProfileException.class)
                .hasMessageEndingWith(
                        ":27:8: fixtures.accounts[1].email: 'ada@example.com' stands here twice. Remove one of the two.");
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
