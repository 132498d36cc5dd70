package io.regcontract.suite.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Operation;
import io.regcontract.environment.Capability;
import io.regcontract.environment.ControlPlaneAccess;
import io.regcontract.environment.Secret;
import io.regcontract.simulator.control.client.ClientFeature;
import io.regcontract.simulator.control.schema.Attribute;
import io.regcontract.simulator.control.schema.AttributeKind;
import io.regcontract.suite.cli.SuiteCommand;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.plan.ScenarioCatalogue;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.run.SuiteRun;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.transport.PlainHttpClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run against a replacement, from guard to tidying up: behind a base path and a gateway, of a part of the operations. */
class ReplacementRunTest {

    private static final List<String> NINE = List.of(
            "/oauth/auth_native_traditional",
            "/oauth/register_native_traditional",
            "/oauth/forgot_password_native",
            "/oauth/verify_email_native",
            "/oauth/token",
            "/entity",
            "/entity.update",
            "/entity.find",
            "/access/getAccessToken");

    private static final Map<String, String> VARIABLES = Map.of(
            "FACADE_SECRET", ReplacementFront.OWNER_SECRET,
            "FACADE_CONTROL", ReplacementFront.CONTROL_TOKEN,
            "FACADE_KEY", ReplacementFront.KEY,
            "FACADE_BEARER", ReplacementFront.BEARER,
            "FACADE_MARKER", ReplacementFront.MARKER);

    private final Map<String, String> variables = new HashMap<>(VARIABLES);

    @TempDir
    private Path root;

    @Test
    @Tag("long")
    void provesWhatIsInScopeAndCanBeBuilt() {
        try (var front = ReplacementFront.with(
                NINE, Set.of("clock", "maintenance", "quota", "records", "clients", "types", "log"))) {
            var seen = run(front.profile(), RunOptions.NONE);

            assertThat(front.withoutKey()).isZero();
            assertThat(front.outOfScope()).isZero();
            assertThat(seen)
                    .filteredOn(each -> each.outcome() instanceof Outcome.Broken)
                    .isEmpty();
            assertThat(seen)
                    .filteredOn(each -> !each.contradictions().isEmpty())
                    .isEmpty();
            assertThat(outOfScope(seen)).allSatisfy(each -> assertThat(NINE)
                    .doesNotContain(each.requirement().operation()));
            assertThat(codes(seen, Outcome.Observed.class)).contains(100, 200, 310, 361, 414, 480);
            assertThat(reasons(seen))
                    .contains(
                            "the environment offers nothing that lets the storage refuse writes or break on read: its control"
                                    + " plane lacks storage");
            assertThat(front.controlled()).doesNotContain("storage", "social", "flows", "applications");
            assertThat(left(front)).isEmpty();
            assertThat(written()).doesNotContain(VARIABLES.values().toArray(String[]::new));
        }
    }

    @Test
    void callsNothingThatIsNotThereAndSaysWhatIsLacking() {
        try (var front = ReplacementFront.with(List.of("/entity"), Set.of())) {
            var seen = run(front.profile(), only("310"));

            assertThat(front.outOfScope()).isZero();
            assertThat(reasons(seen))
                    .contains(
                            "it takes /entityType.create, which the replacement does not implement (operations in its profile)");
            assertThat(seen)
                    .filteredOn(each -> each.requirement().operation().equals("/entity"))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.outcome())
                            .isInstanceOfSatisfying(Outcome.NotDrivable.class, not -> assertThat(not.missing())
                                    .hasValue(Capability.SET_UP)));
            assertThat(outOfScope(seen)).isNotEmpty();
        }
    }

    @Test
    void usesWhatExistsWhereNothingMakesIt() {
        try (var front = ReplacementFront.with(
                List.of("/entity", "/entity.find", "/entity.delete", "/oauth/auth_native_traditional"), Set.of())) {
            var seen = run(withWhatExists(front), RunOptions.NONE);

            assertThat(wrong(seen)).isEmpty();
            assertThat(observed(seen))
                    .containsOnlyOnce("REG-200.entity-find.unknown-attribute-in-filter")
                    .anyMatch(id -> id.contains("auth-native-traditional"));
            assertThat(reasons(seen))
                    .contains(
                            "it takes an account, and all under fixtures.accounts of the profile (2) are taken: each serves"
                                    + " one requirement of a run",
                            "it takes /entity.create, which the replacement does not implement (operations in its"
                                    + " profile)");
            assertThat(front.outOfScope()).isZero();
            assertThat(front.simulator().control().records("user").count()).isEqualTo(2);
            assertThat(written()).doesNotContain(variables.get("EXISTING_SECRET"), variables.get("EXISTING_PASSWORD"));
        }
    }

    @Test
    void usesClientsThatExistByAllTheirFeatures() {
        try (var front = ReplacementFront.with(List.of("/entity", "/entity.find", "/clients/list"), Set.of())) {
            var seen =
                    run(withWhatExists(front), new RunOptions("operations", "", "", "403", "", "", "", "", "facade"));

            assertThat(wrong(seen)).isEmpty();
            // The same call by the other client is the twin.
            assertThat(observed(seen)).containsExactly("REG-403.clients-list.as-direct-read-access");
            assertThat(reasons(seen))
                    .contains(
                            "it takes a client with the features direct_access and no other, and fixtures.clients of the"
                                    + " profile has none");
        }
    }

    /** The profile without a control plane, and with a client, a type and two accounts that somebody made by hand. */
    private String withWhatExists(ReplacementFront front) {
        var things = front.simulator().control();
        var reader = things.clients().add(ClientFeature.DIRECT_READ_ACCESS);
        var owner = things.clients().add(ClientFeature.OWNER);
        variables.put("EXISTING_SECRET", reader.secret());
        variables.put("EXISTING_OWNER_SECRET", owner.secret());
        variables.put("EXISTING_PASSWORD", "Existing-password-1");
        for (int each = 1; each <= 2; each++) {
            things.records("user")
                    .create(Map.of("email", "existing-" + each + "@example.com", "password", "Existing-password-1"));
        }
        things.types().create("badges", Attribute.of("badge", AttributeKind.STRING));
        return front.profile().replaceAll("control: .*\n", "")
                + """
                fixtures:
                  clients:
                    - {features: [direct_read_access], client-id: %s, client-secret: env:EXISTING_SECRET}
                    - {features: [owner], client-id: %s, client-secret: env:EXISTING_OWNER_SECRET}
                  types:
                    - {name: badges, attributes: [{name: badge, type: string}]}
                  accounts:
                    - {email: existing-1@example.com, password: env:EXISTING_PASSWORD}
                    - {email: existing-2@example.com, password: env:EXISTING_PASSWORD}
                """
                        .formatted(reader.id(), owner.id());
    }

    private static List<Observation> wrong(List<Observation> seen) {
        return seen.stream()
                .filter(each -> each.outcome() instanceof Outcome.Broken
                        || !each.contradictions().isEmpty())
                .toList();
    }

    @Test
    void callsACodeThatNothingLetsExpireNotDrivable() {
        try (var front = ReplacementFront.with(
                List.of(
                        "/oauth/auth_native_traditional",
                        "/oauth/token",
                        "/entity",
                        "/entity.create",
                        "/entity.delete"),
                Set.of("clock"))) {
            assertThat(run(front.profile(), only("415")))
                    .filteredOn(each -> each.requirement().id().equals("REG-415.oauth-token.after-its-lifetime"))
                    .hasSize(1)
                    .allSatisfy(each -> assertThat(each.outcome())
                            .isInstanceOfSatisfying(Outcome.NotDrivable.class, not -> assertThat(not.reason())
                                    .contains("or a control plane that lets codes expire")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"protocol\":\"2\",\"capabilities\":[]} | it speaks protocol '2', and this version speaks 1",
                "{\"capabilities\":[]}                    | it names no protocol",
                "{\"protocol\":\"1\"}                     | it lists no capabilities, or more than 100",
                "{\"protocol\":\"1\",\"capabilities\":[\"<b>\"]} | a capability is no word of lower-case letters and",
                "[not json                                | it answers with no JSON",
            })
    void refusesAControlPlaneThatDoesNotSayWhatItOffers(String answer, String why) {
        try (var front = ReplacementFront.saying(answer)) {
            assertThat(refusal(front.profile())).hasValueSatisfying(said -> assertThat(said)
                    .contains("The control plane does not say what it offers: GET /capabilities, and " + why)
                    .contains("Let it answer as docs/control-plane.yaml describes"));
        }
    }

    @Test
    void refusesAReplacementOfAnEarlierProtocol() {
        try (var front = ReplacementFront.saying("")) {
            assertThat(refusal(front.profile())).hasValueSatisfying(said -> assertThat(said)
                    .contains("GET /capabilities, and it answers HTTP 404."));
        }
    }

    @Test
    void isNotSentWithoutItsMarker() {
        try (var front = ReplacementFront.with(List.of("/entity"), Set.of())) {
            var another = front.profile().replace(ReplacementFront.MARKER_PATH, "/somewhere-else");
            assertThat(refusal(another)).hasValueSatisfying(said -> assertThat(said)
                    .contains("marker: the answer to GET /somewhere-else is not there"));
            assertThat(front.controlled()).isEmpty();
        }
    }

    @Test
    void isKnownByAHeaderOfItsAnswers() {
        try (var front = ReplacementFront.with(List.of("/entity"), Set.of("clock"))) {
            var byHeader = front.profile()
                    .replace("path: " + ReplacementFront.MARKER_PATH, "header: " + ReplacementFront.MARKER_HEADER);
            assertThat(refusal(byHeader)).isEmpty();
        }
    }

    @Test
    void isNotReachedWithoutTheKeyOfItsGateway() {
        try (var front = ReplacementFront.with(List.of("/entity"), Set.of("clock"))) {
            var without = front.profile().replace("  bearer: env:FACADE_BEARER\n", "");
            assertThat(refusal(without))
                    .hasValueSatisfying(said -> assertThat(said).contains("marker"));
        }
    }

    @Test
    void isPlannedWithWhatIsOutOfScope() {
        try (var front = ReplacementFront.with(List.of("/entity"), Set.of())) {
            var said = new StringWriter();
            settings(front.profile(), RunOptions.NONE);
            var printer = new PrintWriter(said);
            // The plan sends nothing, and needs none of the secrets.
            assertThat(SuiteCommand.execute(
                            printer, printer, "plan", "--root", root.toString(), "--env", "facade", "--code", "310"))
                    .as(said.toString())
                    .isZero();

            assertThat(said.toString())
                    .contains("OUT OF SCOPE: the replacement does not implement /entity.update")
                    .containsPattern(
                            "[0-9]+ of [0-9]+ requirements would be driven, [0-9]+ are out of scope\\. Nothing was sent\\.");
            assertThat(front.controlled()).isEmpty();
        }
    }

    @Test
    void isNoPlanWhereNothingIsInScope() {
        var byHand = ScenarioCatalogue.byHand().scenarios().stream()
                .map(scenario -> scenario.requirement().operation())
                .collect(Collectors.toSet());
        var withoutRequirement = Contract.load().operations().all().stream()
                .map(Operation::path)
                .filter(path -> !byHand.contains(path))
                .findFirst()
                .orElseThrow();
        try (var front = ReplacementFront.with(List.of(withoutRequirement), Set.of());
                var run = SuiteRun.begin(settings(front.profile(), RunOptions.NONE))) {
            assertThat(run.refusal()).hasValueSatisfying(said -> assertThat(said)
                    .contains("nothing is in scope: none of the operations that the profile facade lists"));
        }
    }

    @Test
    void leavesASimulatorThatDoesNotKnowTheQuestionAsItWas() {
        try (var front = ReplacementFront.saying("")) {
            var control = new ControlPlaneClient(
                    new ControlPlaneAccess(
                            URI.create(front.address() + "/control/v1"), new Secret(ReplacementFront.CONTROL_TOKEN)),
                    new PlainHttpClient(
                            new Redactor(),
                            Clock.systemUTC(),
                            Duration.ofSeconds(10),
                            Optional.empty(),
                            List.of(
                                    new Answer.Header(ReplacementFront.KEY_HEADER, ReplacementFront.KEY),
                                    new Answer.Header("Proxy-Authorization", "Bearer " + ReplacementFront.BEARER))));

            assertThat(control.askCapabilities()).isEmpty();
            assertThat(control.capabilities().offers("storage")).isTrue();
        }
    }

    private Optional<String> refusal(String profile) {
        try (var run = SuiteRun.begin(settings(profile, only("310")))) {
            run.scenarios().forEach(run::seen);
            return run.refusal();
        }
    }

    private List<Observation> run(String profile, RunOptions options) {
        try (var run = SuiteRun.begin(settings(profile, options))) {
            assertThat(run.refusal()).isEmpty();
            var seen = new ArrayList<Observation>();
            run.scenarios().forEach(scenario -> seen.add(run.seen(scenario)));
            return seen;
        }
    }

    private static RunOptions only(String codes) {
        return new RunOptions("", "", "", codes, "", "", "", "", "facade");
    }

    private RunSettings settings(String profile, RunOptions options) {
        try {
            var profiles = Files.createDirectories(root.resolve("environments/profiles"));
            Files.writeString(profiles.resolve("facade.yaml"), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var confirmed =
                options.equals(RunOptions.NONE) ? new RunOptions("", "", "", "", "", "", "", "", "facade") : options;
        return new RunSettings("facade", confirmed, "run-1", root, variables);
    }

    private static List<Observation> outOfScope(List<Observation> seen) {
        return seen.stream()
                .filter(each -> each.outcome() instanceof Outcome.OutOfScope)
                .toList();
    }

    private static Set<Integer> codes(List<Observation> seen, Class<? extends Outcome> outcome) {
        return seen.stream()
                .filter(each -> outcome.isInstance(each.outcome()))
                .map(each -> each.requirement().code().code())
                .collect(Collectors.toSet());
    }

    private static Set<String> observed(List<Observation> seen) {
        return seen.stream()
                .filter(each -> each.outcome() instanceof Outcome.Observed)
                .map(each -> each.requirement().id())
                .collect(Collectors.toSet());
    }

    private static Set<String> reasons(List<Observation> seen) {
        return seen.stream()
                .flatMap(each -> each.outcome() instanceof Outcome.NotDrivable not
                        ? Optional.of(not.reason()).stream()
                        : Optional.<String>empty().stream())
                .collect(Collectors.toSet());
    }

    /** What bears the names of the run, in the application. */
    private static Set<String> left(ReplacementFront front) {
        var application = front.simulator().control();
        return Stream.concat(
                        application.clients().all().stream().map(Object::toString),
                        application.types().names().stream())
                .filter(text -> text.contains("regcontract"))
                .collect(Collectors.toSet());
    }

    private String written() {
        try (var files = Files.walk(root)) {
            var all = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
