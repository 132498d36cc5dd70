package io.regcontract.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.contract.model.OperationScope;
import io.regcontract.contract.yaml.Problem;
import io.regcontract.environment.loading.Environments;
import io.regcontract.environment.loading.ProfileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles, and to the letter what is said of those that cannot be used. */
class EnvironmentsTest {

    private static final String SECRET = "hunter2-correct-horse";
    private static final String GOOD =
            """
            name: here
            description: Something on this machine.
            kind: simulator
            base-address: http://127.0.0.1:8080
            dialect: documented
            credentials:
              owner:
                client-id: owner-1
                client-secret: env:OWNER_SECRET
              login:
                client-id: env:LOGIN_ID
            """;

    private static final String TENANT = GOOD.replace("kind: simulator", "kind: sandbox")
            .replace("http://127.0.0.1:8080", "https://acme-dev.example.org");
    private static final String GUARDED =
            """
            guard:
              hosts: [ACME-dev.example.org, localhost]
              marker: {setting: may-write-here, value: env:MARKER}
            budgets: {calls: 500, things: 40, waiting-seconds: 90}
            pace: {calls-per-second: 5}
            names: {prefix: acmetest, mail-domain: mail.example.org}
            sign-in: {flow: telling, flow-version: "20190618", locale: de-DE}
            fixtures:
              social-account: ada@mail.example.org
              expired-access-token: env:OLD_TOKEN
              broken-flow: broken
              triggering-flow: triggering
              telling-flow: talkative
            ledger: ledger
            not-drivable:
              - {code: 415, reason: codes live long here}
            """;

    @TempDir
    private Path directory;

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "OWNER_SECRET",
            SECRET,
            "LOGIN_ID",
            "login-1",
            "TOKEN",
            "control-token",
            "MARKER",
            "marker-value",
            "OLD_TOKEN",
            "old-token"));

    @Nested
    class AProfile {

        @Test
        void isReadWithItsReferencesResolved() {
            var profile = here(
                    GOOD
                            + """
                    application: app-1
                    registration-suffix: example.org
                    control: {address: "http://localhost:9090/", token: env:TOKEN}
                    pace: {calls-per-second: 2.5, in-flight: 3}
                    accepted-errata:
                      - {id: E-01, reason: recorded that way}
                    accepted-readings:
                      - {id: R-order, reason: no source for ours}
                    """);

            assertThat(profile)
                    .isEqualTo(new Profile(
                            "here",
                            EnvironmentKind.SIMULATOR,
                            Optional.of(URI.create("http://127.0.0.1:8080")),
                            Dialect.DOCUMENTED,
                            OperationScope.ALL,
                            Optional.of("app-1"),
                            "example.org",
                            Optional.of(new Credentials("owner-1", new Secret(SECRET), "login-1")),
                            Optional.of(new ControlPlaneAccess(
                                    URI.create("http://localhost:9090/control/v1"), new Secret("control-token"))),
                            new Pace(OptionalDouble.of(2.5), 3),
                            Safeguards.NONE,
                            Optional.empty(),
                            Gateway.NONE,
                            ProxyAdditions.NONE,
                            ResourceNaming.DEFAULT,
                            SignInFlow.DEFAULT,
                            Fixtures.NONE,
                            Optional.empty(),
                            List.of(),
                            List.of(new AcceptedDeviation("E-01", "recorded that way")),
                            List.of(new AcceptedDeviation("R-order", "no source for ours"))));
        }

        @Test
        void hasDefaultsForWhatItLeavesOut() {
            var profile = here(GOOD);

            assertThat(profile.application()).isEmpty();
            assertThat(profile.registrationSuffix()).isEqualTo("janraincapture.com");
            assertThat(profile.control()).isEmpty();
            assertThat(profile.pace()).isEqualTo(Pace.DEFAULT);
            assertThat(profile.acceptedErrata()).isEmpty();
            assertThat(profile.embedded()).isFalse();
        }

        @Test
        void takesASecretFromAFileBesideIt() {
            write("secrets/owner", SECRET + "\n");

            var profile = here(GOOD.replace("env:OWNER_SECRET", "file:secrets/owner"));

            assertThat(profile.credentials().orElseThrow().ownerClientSecret().reveal())
                    .isEqualTo(SECRET);
        }

        @Test
        void ofATenantSaysWhatKeepsTheSuiteOutOfTheWrongPlace() {
            write("ca.pem", "certificates");

            var profile = here(TENANT + GUARDED + "certificates: file:ca.pem\n");

            assertThat(profile.guarded()).isTrue();
            assertThat(profile.safeguards())
                    .isEqualTo(new Safeguards(
                            List.of("acme-dev.example.org", "localhost"),
                            Optional.of(new Marker("may-write-here", new Secret("marker-value"))),
                            new Budgets(
                                    OptionalLong.of(500),
                                    OptionalLong.of(40),
                                    Duration.ofSeconds(90),
                                    Optional.empty())));
            assertThat(profile.certificates()).hasValue(directory.resolve("ca.pem"));
            assertThat(profile.naming()).isEqualTo(new ResourceNaming("acmetest", "mail.example.org"));
            assertThat(profile.signIn()).isEqualTo(new SignInFlow("telling", Optional.of("20190618"), "de-DE"));
            assertThat(profile.fixtures())
                    .isEqualTo(new Fixtures(
                            Optional.of("ada@mail.example.org"),
                            Optional.of(new Secret("old-token")),
                            Optional.of("broken"),
                            Optional.of("triggering"),
                            Optional.of("talkative"),
                            ExistingThings.NONE));
            assertThat(profile.ledger()).hasValue(directory.resolve("ledger"));
            assertThat(profile.notDrivable()).containsExactly(new NotDrivableCode(415, "codes live long here"));
        }

        @Test
        void offersWhatWasMadeReadyThereAndIsExcusedTheRest() {
            write("ca.pem", "certificates");

            var profile = here(TENANT + GUARDED);

            assertThat(profile.capabilities())
                    .containsExactlyInAnyOrder(
                            Capability.WRITING,
                            Capability.SET_UP,
                            Capability.WAITING,
                            Capability.EXPIRED_TOKEN,
                            Capability.BROKEN_FLOW,
                            Capability.TRIGGERING_FLOW,
                            Capability.TELLING_FLOW);
            assertThat(KindExpectations.load().lackingIn(profile))
                    .extracting(MissingCapability::capability)
                    .containsExactly(
                            Capability.MAINTENANCE,
                            Capability.QUOTA,
                            Capability.LIMIT,
                            Capability.STORAGE_FAULTS,
                            Capability.SOCIAL_SIGN_IN,
                            Capability.OWN_APPLICATION);
        }

        @Test
        void offersAllThatItsControlPlaneCanAndOtherwiseNoTimeAndNoFixture() {
            var controlled = here(GOOD + "control: {address: \"http://localhost:9090/\", token: env:TOKEN}\n");
            assertThat(controlled.capabilities()).containsExactlyInAnyOrder(Capability.values());

            assertThat(here(GOOD).capabilities())
                    .containsExactlyInAnyOrder(Capability.WRITING, Capability.SET_UP, Capability.TELLING_FLOW);
        }

        @Test
        void reachesTheLimitOfCallsOnceItIsAllowedToAndNotAsOneOfSeveral() {
            var profile = here(TENANT + GUARDED.replace("calls: 500,", "calls: 500, calls-to-the-limit: 300,"));

            assertThat(profile.safeguards().budgets().toTheLimit())
                    .hasValue(new RateLimitBudget(300, Duration.ofMinutes(1)));
            assertThat(profile.capabilities()).contains(Capability.LIMIT).doesNotContain(Capability.QUOTA);
            assertThat(KindExpectations.load().lackingIn(profile))
                    .extracting(MissingCapability::capability)
                    .doesNotContain(Capability.LIMIT);

            var shared = profile.shared();
            assertThat(shared.capabilities()).doesNotContain(Capability.LIMIT).contains(Capability.WAITING);
            assertThat(KindExpectations.load().lackingIn(shared))
                    .filteredOn(lacking -> lacking.capability() == Capability.LIMIT)
                    .singleElement()
                    .satisfies(lacking -> assertThat(lacking.reason())
                            .contains("other shards of the run too", "budgets.calls-to-the-limit would drive it"));
            assertThat(shared.safeguards().budgets().calls()).hasValue(500);
        }

        @Test
        void saysHowLongTheServiceCountsCalls() {
            var profile = here(TENANT
                    + GUARDED.replace("calls: 500,", "calls: 500, calls-to-the-limit: 300, limit-window-seconds: 5,"));

            assertThat(profile.safeguards().budgets().toTheLimit())
                    .hasValue(new RateLimitBudget(300, Duration.ofSeconds(5)));
        }

        @Test
        void takesASecretFromTheFileThatASecondVariableNames() {
            write("secrets/owner", SECRET + "\n");
            variables.remove("OWNER_SECRET");
            variables.put(
                    "OWNER_SECRET_FILE", directory.resolve("secrets/owner").toString());

            assertThat(here(GOOD)
                            .credentials()
                            .orElseThrow()
                            .ownerClientSecret()
                            .reveal())
                    .isEqualTo(SECRET);
        }

        @Test
        void neverShowsASecret() {
            var profile = here(GOOD + "control: {address: \"http://localhost:9090\", token: env:TOKEN}\n");

            assertThat(profile.toString())
                    .doesNotContain(SECRET, "control-token")
                    .contains("******");
        }

        @ParameterizedTest
        @CsvSource({
            "http://127.0.0.1:8080/,    http://127.0.0.1:8080",
            "http://localhost,          http://localhost",
            "HTTPS://LocalHost:1/a/,    HTTPS://LocalHost:1/a",
            "http://[::1]:8080,         http://[::1]:8080",
            "http://127.9.8.7:1,        http://127.9.8.7:1"
        })
        void mayBeOnThisMachine(String written, String read) {
            assertThat(here(GOOD.replace("http://127.0.0.1:8080", '"' + written + '"'))
                            .baseAddress())
                    .hasValue(URI.create(read));
        }

        @ParameterizedTest
        @CsvSource({
            "http://127.0.0.1:1,             http://127.0.0.1:1/control/v1",
            "http://127.0.0.1:1/,            http://127.0.0.1:1/control/v1",
            "http://127.0.0.1:1/proxied/c/,  http://127.0.0.1:1/proxied/c"
        })
        void hasItsControlPlaneAtTheUsualPathUnlessItSaysOtherwise(String written, String read) {
            variables.put("CONTROL", written);

            assertThat(here(GOOD + "control: {address: env:CONTROL, token: env:TOKEN}\n")
                            .control()
                            .orElseThrow()
                            .address())
                    .isEqualTo(URI.create(read));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  "})
        void hasNoControlPlaneWhenItsVariableIsNotSet(String blank) {
            variables.put("BLANK", blank);
            variables.remove("TOKEN");

            assertThat(here(GOOD + "control: {address: env:UNSET, token: env:TOKEN}\n")
                            .control())
                    .isEmpty();
            assertThat(here(GOOD + "control: {address: env:BLANK, token: env:TOKEN}\n")
                            .control())
                    .isEmpty();
        }
    }

    @Nested
    class Refused {

        @Test
        void isALiteralSecret() {
            assertRefused(
                    GOOD.replace("env:OWNER_SECRET", SECRET),
                    ":9:5: credentials.owner.client-secret: a secret must not stand in a profile. Keep it in an environment"
                            + " variable or a file, write env:NAME or file:PATH here, and change the secret if this file"
                            + " was ever shared.");
        }

        @Test
        void isALiteralControlToken() {
            assertRefused(
                    GOOD + "control:\n  address: http://127.0.0.1:9\n  token: " + SECRET + "\n",
                    ":14:3: control.token: a secret must not stand in a profile. Keep it in an environment variable or a"
                            + " file, write env:NAME or file:PATH here, and change the secret if this file was ever"
                            + " shared.");
        }

        @Test
        void isAVariableThatIsNotSet() {
            variables.remove("LOGIN_ID");
            assertRefused(
                    GOOD,
                    ":11:5: credentials.login.client-id: the environment variable LOGIN_ID is not set. Set LOGIN_ID to the"
                            + " id of the login client.");
        }

        @Test
        void isAVariableThatIsSetToNothing() {
            variables.put("OWNER_SECRET", " ");
            assertRefused(
                    GOOD,
                    ":9:5: credentials.owner.client-secret: the environment variable OWNER_SECRET is set to nothing. Set"
                            + " OWNER_SECRET to the secret of the owner client.");
        }

        @Test
        void isAVariableWithoutAName() {
            assertRefused(
                    GOOD.replace("env:LOGIN_ID", "\"env: LOGIN_ID\""),
                    ":11:5: credentials.login.client-id: what stands after env: is not the name of an environment variable."
                            + " Write env: and a name of letters, digits and underscores, without a blank between.");
        }

        @Test
        void isAFileThatBeginsWithAByteOrderMark() throws IOException {
            Files.writeString(directory.resolve("secret"), "\uFEFFs3cr3t-value\n");

            assertRefused(
                    GOOD.replace("env:OWNER_SECRET", "file:secret"),
                    ":9:5: credentials.owner.client-secret: the file secret begins with a byte order mark, which would be"
                            + " sent as a part of the value. Save it as plain UTF-8, one line, without a byte order mark.");
        }

        @Test
        void isAValueWithACharacterThatNobodySees() throws IOException {
            Files.writeString(directory.resolve("secret"), "s3cr3t\u200b-value");

            assertRefused(
                    GOOD.replace("env:OWNER_SECRET", "file:secret"),
                    ":9:5: credentials.owner.client-secret: the file secret has a character that nobody sees (U+200B), which"
                            + " would be sent as a part of the value. Save it as plain UTF-8, one line, without a byte order"
                            + " mark.");
        }

        @Test
        @EnabledOnOs(OS.LINUX)
        void isAPipe() throws IOException, InterruptedException {
            assertThat(new ProcessBuilder("mkfifo", directory.resolve("secret").toString())
                            .start()
                            .waitFor())
                    .isZero();

            assertRefused(
                    GOOD.replace("env:OWNER_SECRET", "file:secret"),
                    ":9:5: credentials.owner.client-secret: the file secret is a pipe or a device, which may never end. Put"
                            + " the secret of the owner client into a file of its own; a relative path starts at "
                            + directory + ".");
        }

        @Test
        void isAFileThatIsNotThere() {
            assertRefused(
                    GOOD.replace("env:OWNER_SECRET", "file:none"),
                    ":9:5: credentials.owner.client-secret: the file none cannot be read, is empty, or is longer than"
                            + " 64 KiB. Put the secret of the owner client into it, in UTF-8; a relative path starts at "
                            + directory + ".");
        }

        @Test
        void isAControlPlaneWithoutAToken() {
            variables.remove("TOKEN");
            assertRefused(
                    GOOD + "control: {address: \"http://127.0.0.1:9\", token: env:TOKEN}\n",
                    ":12:42: control.token: the environment variable TOKEN is not set. Set TOKEN to the token of the control"
                            + " plane.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://tenant.janraincapture.com",
                    "https://10.0.0.1",
                    "http://localhost.example.org",
                    "http://127.0.0.1.example.org",
                    "http://0.0.0.0:80",
                    "http://2130706433/",
                    "http://[::2]"
                })
        void isAHostThatIsNotThisMachine(String address) {
            assertRefused(
                    GOOD.replace("http://127.0.0.1:8080", '"' + address + '"'),
                    ":4:1: base-address: " + URI.create(address).getHost()
                            + " is not this machine, and a simulator is on this machine. Use localhost, 127.0.0.1 or"
                            + " [::1]; for a service elsewhere choose another kind, which is guarded.");
        }

        @Test
        void isAControlPlaneElsewhere() {
            assertRefused(
                    GOOD + "control: {address: \"http://example.org\", token: env:TOKEN}\n",
                    ":12:11: control.address: example.org is not this machine, and a simulator is on this machine. Use"
                            + " localhost, 127.0.0.1 or [::1]; for a service elsewhere choose another kind, which is"
                            + " guarded.");
        }

        @Test
        void isATenantWithoutWhatGuardsIt() {
            assertRefused(
                    TENANT,
                    ":1:1: guard.hosts: this key is missing, and a sandbox needs it. List the hosts that may be called.",
                    ":1:1: guard.marker: this key is missing, and a sandbox needs it. Put a setting with a value of your"
                            + " choice into the application by hand, and name both here.",
                    ":1:1: budgets.calls: this key is missing, and a sandbox needs it. Say how many calls one run may"
                            + " make.",
                    ":1:1: budgets.things: this key is missing, and a sandbox needs it. Say how many things one run may"
                            + " make; 0 in production.",
                    ":1:1: pace.calls-per-second: this key is missing, and a sandbox needs it. Say how many calls a second"
                            + " may be made; everyone there shares one limit.");
        }

        @Test
        void isATenantWhoseSecretsWouldTravelInTheClear() {
            assertRefused(
                    TENANT.replace("https:", "http:") + GUARDED,
                    ":4:1: base-address: http would carry secrets in the clear to another machine. Write https; http is for"
                            + " this machine alone.");
        }

        @Test
        void isALiteralMarker() {
            assertThat(problemOf(TENANT + GUARDED.replace("env:MARKER", "marker-value")))
                    .contains("guard.marker.value: a secret must not stand in a profile.")
                    .doesNotContain("marker-value");
        }

        @Test
        void isASecretThatIsSetTwice() {
            variables.put("OWNER_SECRET_FILE", "anywhere");
            assertRefused(
                    GOOD,
                    ":9:5: credentials.owner.client-secret: both OWNER_SECRET and OWNER_SECRET_FILE are set, and they could"
                            + " differ. Unset one of the two.");
        }

        @Test
        void isAPrefixThatManyThingsCouldHave() {
            assertThat(problemOf(TENANT + GUARDED.replace("acmetest", "acme")))
                    .contains(":17:9: names.prefix: expected");
        }

        @Test
        void isAFileOfCertificatesThatIsNotThere() {
            assertRefused(
                    GOOD + "certificates: file:ca.pem\n",
                    ":12:1: certificates: there is no file " + directory.resolve("ca.pem")
                            + ". Put the certificates to trust, in PEM form, there; a relative path starts at "
                            + directory
                            + ".");
        }

        @Test
        void isACodeThatTheContractDoesNotHave() {
            assertRefused(
                    GOOD + "not-drivable: [{code: 215, reason: so}]\n",
                    ":12:17: not-drivable[0].code: the contract has no code 215. Take one it has, or remove this entry.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://user:" + SECRET + "@127.0.0.1", "http://user:p@" + SECRET + "@127.0.0.1"})
        void isUserInformation(String address) {
            assertRefused(
                    GOOD.replace("http://127.0.0.1:8080", '"' + address + '"'),
                    ":4:1: base-address: the address carries user information, a place for secrets that ends up in logs."
                            + " Take out all from // to @; who calls is said under credentials.");
        }

        @ParameterizedTest
        @CsvSource({
            "http://127.0.0.1:99999,     99999 is not a port. Write a port from 1 to 65535.",
            "http://127.0.0.1/?a=b,      an address of a service has neither ? nor #. Leave off what follows.",
            "http://127.0.0.1/#a,        an address of a service has neither ? nor #. Leave off what follows.",
            "ftp://127.0.0.1,            'this is not an http or https address. Write one, such as http://127.0.0.1:8080.'",
            "localhost:8080,             'this is not an http or https address. Write one, such as http://127.0.0.1:8080.'",
            "http://a b,                 'this is not an address. Write an http or https address, such as"
                    + " http://127.0.0.1:8080.'"
        })
        void isWhatIsNoAddress(String address, String words) {
            assertRefused(GOOD.replace("http://127.0.0.1:8080", '"' + address + '"'), ":4:1: base-address: " + words);
        }

        @Test
        void isAnUnknownKeyAndTheNearestIsNamed() {
            assertRefused(
                    GOOD + "aplication: x\nsomething: y\n",
                    ":12:1: aplication: there is no such key. Did you mean application?",
                    ":13:1: something: there is no such key. Known here: name, description, kind, base-address, dialect,"
                            + " operations, application, registration-suffix, credentials, control, certificates, gateway, proxy, guard, budgets,"
                            + " names, sign-in, fixtures, ledger, pace, not-drivable, deviations, accepted-errata,"
                            + " accepted-readings.");
        }

        @Test
        void isAMissingKeyAndTheSchemaSaysWhatItIs() {
            assertRefused(
                    GOOD.replace("dialect: documented\n", ""),
                    ":1:1: dialect: this key is missing. How the service speaks: to the letter of the documentation, or as"
                            + " the real service was recorded.");
        }

        @Test
        void isAValueThatTheSchemaDoesNotAllow() {
            assertRefused(
                    GOOD.replace("kind: simulator", "kind: simulater") + "pace: {in-flight: 0}\n",
                    ":3:1: kind: expected one of \"simulator\", \"sandbox\", \"staging\", \"production\", \"replacement\", found"
                            + " \"simulater\". What sort of place it is. The kind says which codes cannot be driven there. All but a"
                            + " simulator are guarded: they need guard, budgets and a pace, and a run needs"
                            + " -Dconfirm=NAME. In production nothing is written. A replacement stands in the place of the service:"
                            + " it says under operations what it implements.",
                    ":12:8: pace.in-flight: expected at least 1, found 0. Calls at the same time. Default: 4.");
        }

        @Test
        void isANameThatIsNotThatOfTheFile() {
            assertRefused(
                    GOOD.replace("name: here", "name: there"),
                    ":1:1: name: the profile calls itself there, its file here. Write name: here, or rename the file.");
        }

        @Test
        void isAnErratumThatTheContractDoesNotHave() {
            assertRefused(
                    GOOD + "accepted-errata:\n  - {id: E-999, reason: so}\n",
                    ":13:6: accepted-errata[0].id: the contract has no erratum E-999. Take the id of one it has, or remove"
                            + " this entry.");
        }

        @Test
        void isGeneratedCredentialsOfAServiceElsewhere() {
            assertRefused(
                    GOOD.substring(0, GOOD.indexOf("credentials:")) + "credentials: generated\n",
                    ":6:1: credentials: only the embedded simulator has generated credentials. Name the clients of this"
                            + " service under owner and login.");
        }

        @Test
        void isAnEmbeddedServiceThatIsNotASimulatorOfItsOwn() {
            assertRefused(
                    GOOD.replace("http://127.0.0.1:8080", "embedded").replace("kind: simulator", "kind: staging")
                            + GUARDED.substring(0, GUARDED.indexOf("names:"))
                            + "control: {address: \"http://127.0.0.1:9\", token: env:TOKEN}\n",
                    ":3:1: kind: the embedded service is a simulator. Write kind: simulator, or an address.",
                    ":6:1: credentials: the embedded simulator knows only clients it made itself. Write credentials:"
                            + " generated, or an address under base-address.",
                    ":17:1: control: the embedded simulator brings its own control plane. Remove this key.");
        }

        @Test
        void isAKeyThatStandsTwice() {
            assertRefused(
                    GOOD + "kind: staging\n",
                    ":12:1: kind: this key stands here a second time, first in line 3. Remove one of the two.");
        }

        @Test
        void isATag() {
            assertRefused(
                    GOOD.replace("kind: simulator", "kind: !!java.net.URL simulator"),
                    ":3:1: kind: a tag is not understood here. Write the plain value, without a tag.");
        }

        @Test
        void isAnAliasThatWouldNeverEnd() {
            assertRefused(
                    GOOD + "pace: &pace\n  in-flight: *pace\n",
                    ":13:3: pace.in-flight: an alias is not understood here. Write the keys and values out.");
        }

        @Test
        void isShuttingPeopleOutInProduction() {
            assertRefused(
                    TENANT.replace("kind: sandbox", "kind: production")
                            + GUARDED.replace("calls: 500,", "calls: 500, calls-to-the-limit: 300,"),
                    ":15:23: budgets.calls-to-the-limit: in production the limit of calls is never reached on purpose: it"
                            + " would shut people out. Remove this key; 510 is not drivable there, as expected.");
        }

        @Test
        void isAWindowOfALimitThatMayNotBeReached() {
            assertRefused(
                    TENANT + GUARDED.replace("calls: 500,", "calls: 500, limit-window-seconds: 5,"),
                    ":15:23: budgets.limit-window-seconds: a window is of no use where no calls are allowed to the limit."
                            + " Say under budgets.calls-to-the-limit how many there may be, or remove this key.");
        }

        @Test
        void isWhatIsNotYamlAndNothingOfItIsRepeated() {
            assertRefused(
                    GOOD.replace("env:OWNER_SECRET", "[" + SECRET),
                    ":10:8: this is not YAML: expected ',' or ']', but got :. Correct the file here or in the line"
                            + " above.");
        }

        @Test
        void isWhatIsNotText() throws IOException {
            Files.write(directory.resolve("here.yaml"), new byte[] {(byte) 0xff, 0, 1});

            assertThat(problem("here"))
                    .isEqualTo(directory.resolve("here.yaml")
                            + ": the profile cannot be read. It must be a file with UTF-8 text.");
        }

        @Test
        void repeatsNoSecretThatStandsInTheWrongPlace() {
            write(
                    "here.yaml",
                    GOOD.substring(0, GOOD.indexOf("credentials:")) + "credentials: {owner: " + SECRET + "}\n");

            assertThat(problem("here")).doesNotContain(SECRET).contains(":6:15: credentials.owner: expected object. ");
        }

        @Test
        void repeatsNoSecretBelowTheTopOfTheFileEither() {
            assertThat(problemOf(TENANT + GUARDED.replace("env:MARKER", "8675309")))
                    .contains("guard.marker.value: expected string. ")
                    .doesNotContain("8675309");
            assertThat(problemOf(TENANT + GUARDED.replace("env:MARKER", "[marker-value]")))
                    .doesNotContain("[marker-value");
        }

        @Test
        void isEverythingAtOnce() {
            variables.clear();
            write("here.yaml", GOOD.replace("kind: simulator", "kind: x").replace("127.0.0.1", "example.org"));

            var refusal = catchThrowableOfType(
                    ProfileException.class, () -> environments().named("here"));

            assertThat(refusal.problems())
                    .extracting(Problem::line, Problem::key)
                    .containsExactly(
                            tuple(3, "kind"),
                            tuple(4, "base-address"),
                            tuple(9, "credentials.owner.client-secret"),
                            tuple(11, "credentials.login.client-id"));
        }
    }

    @Nested
    class Names {

        @Test
        void areThoseOfTheFilesWithoutTheExamples() {
            write("staging.yaml", "");
            write("here.yaml", "");
            write("tenant.example.yaml", "");
            write("notes.txt", "");

            assertThat(environments().names()).containsExactly("here", "staging");
        }

        @Test
        void thatAreUnknownBringTheKnownOnes() {
            write("simulator.yaml", "");
            write("local.yaml", "");

            assertThat(problem("simulater"))
                    .isEqualTo(
                            directory + ": there is no environment 'simulater'. Did you mean simulator? Known: local,"
                                    + " simulator.");
            assertThat(problem("production"))
                    .isEqualTo(directory + ": there is no environment 'production'. Known: local, simulator.");
            assertThat(problem("../simulator")).startsWith(directory + ": there is no environment '../simulator'. ");
            assertThat(problem("x\n::error::y"))
                    .contains("there is no environment 'x")
                    .doesNotContain("\n");
            assertThat(problem("x".repeat(300)))
                    .hasSizeLessThan(directory.toString().length() + 250);
        }

        @ParameterizedTest
        @ValueSource(strings = {"tenant", "tenant.example"})
        void ofAnExampleSayThatItIsToBeCopied(String name) {
            write("tenant.example.yaml", "");
            write("local.yaml", "");

            assertThat(problem(name))
                    .isEqualTo(directory + ": there is no environment '" + name + "', only the example"
                            + " tenant.example.yaml. Copy it to a name of your own, fill it in and choose that. Known:"
                            + " local.");
        }

        @Test
        void cannotBeListedWithoutADirectory() {
            var nowhere = directory.resolve("nowhere");
            var refusal = catchThrowableOfType(ProfileException.class, () -> Environments.in(nowhere, Map.of())
                    .named("x"));

            assertThat(refusal)
                    .hasMessage(nowhere
                            + ": the directory of the profiles cannot be read. Run from the project's directory,"
                            + " or name the right one.");
        }
    }

    private Profile here(String text) {
        write("here.yaml", text);
        return environments().named("here");
    }

    private void assertRefused(String text, String... problems) {
        write("here.yaml", text);
        var said = problem("here");
        assertThat(said).doesNotContain(SECRET);
        assertThat(said.lines())
                .containsExactly(Arrays.stream(problems)
                        .map(problem -> directory.resolve("here.yaml") + problem)
                        .toArray(String[]::new));
    }

    private String problemOf(String text) {
        write("here.yaml", text);
        return problem("here");
    }

    private String problem(String name) {
        return String.valueOf(catchThrowableOfType(
                        ProfileException.class, () -> environments().named(name))
                .getMessage());
    }

    private Environments environments() {
        return Environments.in(directory, variables);
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.writeString(directory.resolve(file), text, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
