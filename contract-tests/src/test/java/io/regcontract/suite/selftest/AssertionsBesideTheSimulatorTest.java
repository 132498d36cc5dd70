package io.regcontract.suite.selftest;

import static io.regcontract.assertion.RegistrationAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.assertion.AnswerAssert;
import io.regcontract.assertion.Dialect;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.environment.AcceptedDeviation;
import io.regcontract.environment.loading.Environments;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.suite.plan.ScenarioCatalogue;
import io.regcontract.suite.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an application's test asserts about answers of the simulator holds in the dialect that the simulator speaks, for
 * every documented code. What is nearly such an answer is refused.
 */
final class AssertionsBesideTheSimulatorTest {

    private static final Contract CONTRACT = Contract.load();

    /** An answer of the simulator, and what led to it. */
    private record Heard(Scenario<?> scenario, Answer answer) {

        String operation() {
            return scenario.requirement().operation();
        }

        ErrorCode code() {
            return scenario.requirement().code();
        }

        AnswerAssert in(Dialect dialect, Answer other) {
            var asserted = assertThat(other).inDialect(dialect).answeredBy(operation());
            return scenario.element().map(asserted::at).orElse(asserted);
        }

        /** The code as it stands in the answer, documented or not. */
        int onTheWire() {
            return scenario.element()
                    .flatMap(answer::element)
                    .orElse(answer)
                    .code()
                    .orElseThrow(() -> new AssertionError(scenario + " has no code: " + answer));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void acceptEveryDocumentedErrorAsTheSimulatorSpeaksIt(Dialect dialect) {
        var met = EnumSet.noneOf(ErrorCode.class);
        for (var heard : heard(dialect)) {
            heard.in(dialect, heard.answer())
                    .as("%s", heard.scenario())
                    .isDocumentedError(heard.code(), heard.scenario().fields());
            met.add(heard.code());
        }
        assertThat(met).containsExactlyInAnyOrder(ErrorCode.values());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void takeNoAnswerForAnotherErrorThanAnAcceptedReadingAllows(Dialect dialect) {
        for (var heard : oneOfEachKind(heard(dialect))) {
            var taken = Stream.of(ErrorCode.values())
                    .filter(code -> holds(heard, dialect, heard.answer(), code))
                    .map(ErrorCode::code)
                    .toList();

            assertThat(taken).as("%s", heard.scenario()).hasSameElementsAs(allowed(heard, dialect));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void refuseWhatIsNearlyADocumentedError(Dialect dialect) {
        var token = dialect == Dialect.OBSERVED ? "request_id" : "request_token";
        for (var heard : heard(dialect)) {
            if (heard.scenario().element().isPresent()) {
                continue;
            }
            nearMisses(token, heard.answer())
                    .forEach((what, damaged) -> assertThat(holds(heard, dialect, damaged, heard.code()))
                            .as("%s, %s: %s", heard.scenario(), what, damaged)
                            .isFalse());
        }
    }

    @Test
    void doNotTakeTheObservedDialectForTheDocumentedOne() {
        for (var heard : heard(Dialect.OBSERVED)) {
            if (heard.scenario().element().isEmpty()) {
                assertThat(holds(heard, Dialect.DOCUMENTED, heard.answer(), heard.code()))
                        .as("%s", heard.scenario())
                        .isFalse();
            }
        }
    }

    @Test
    void acceptWhatTheProfileOfTheObservedSimulatorAccepts() {
        var profile = Environments.in(
                        Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles"), Map.of())
                .named("simulator-observed");
        var accepted = Stream.concat(profile.acceptedErrata().stream(), profile.acceptedReadings().stream())
                .map(AcceptedDeviation::id)
                .toList();

        assertThat(Dialect.OBSERVED.accepted()).containsAll(accepted);
    }

    /** One answer of each code as it was expected and as it came. */
    private static Collection<Heard> oneOfEachKind(List<Heard> all) {
        var kinds = new LinkedHashMap<String, Heard>();
        all.forEach(heard -> kinds.putIfAbsent(heard.code() + " as " + heard.onTheWire(), heard));
        return kinds.values();
    }

    /** The code itself, and every code for which an accepted reading lets it stand in. */
    private static List<Integer> allowed(Heard heard, Dialect dialect) {
        var wire = heard.onTheWire();
        var codes = new TreeSet<Integer>();
        ErrorCode.of(wire).map(ErrorCode::code).ifPresent(codes::add);
        for (var code : ErrorCode.values()) {
            dialect.accepted().stream()
                    .flatMap(id -> CONTRACT.reading(id).stream())
                    .filter(reading -> reading.alternativesTo(code.code(), heard.operation())
                            .contains(wire))
                    .forEach(reading -> codes.add(code.code()));
        }
        return List.copyOf(codes);
    }

    private static Map<String, Answer> nearMisses(String token, Answer answer) {
        var body = answer.body();
        var misses = new LinkedHashMap<String, Answer>();
        misses.put(
                "another name",
                text(answer, replaced(body, "\"(error|sub_error)\":\"\\w+\"", "\"$1\":\"some_error\"")));
        misses.put("an undocumented code", text(answer, replaced(body, "\"code\":\\d+", "\"code\":999")));
        misses.put("a code as text", text(answer, replaced(body, "\"code\":(\\d+)", "\"code\":\"$1\"")));
        misses.put("a short token", text(answer, replaced(body, "(\"" + token + "\":\"\\w{15})\\w", "$1")));
        misses.put("a long token", text(answer, replaced(body, "(\"" + token + "\":\"\\w{15})", "$1zz")));
        misses.put("no token", text(answer, replaced(body, "\"" + token + "\":\"\\w{16}\",?", "")));
        misses.put("a token under a third name", text(answer, replaced(body, token, "requestToken")));
        misses.put("no description", text(answer, replaced(body, "\"error_description\":", "\"description\":")));
        misses.put("a success by its stat", text(answer, replaced(body, "\"stat\":\"error\"", "\"stat\":\"ok\"")));
        misses.put("two codes", text(answer, replaced(body, "\"code\":", "\"code\":1,\"code\":")));
        misses.put("cut short", text(answer, body.substring(0, body.length() - 1)));
        misses.put("HTTP 500", with(answer, 500, answer.headers()));
        misses.put("HTTP 403", with(answer, 403, answer.headers()));
        misses.put("a page", with(answer, answer.status(), List.of(new Answer.Header("Content-Type", "text/html"))));
        return misses;
    }

    /** The text with a change that took place: a near miss that changed nothing would prove nothing. */
    private static String replaced(String body, String regex, String replacement) {
        var changed = body.replaceAll(regex, replacement);
        assertThat(changed).as("%s in %s", regex, body).isNotEqualTo(body);
        return changed;
    }

    private static Answer text(Answer answer, String body) {
        return Answer.of(answer.status(), answer.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer with(Answer answer, int status, List<Answer.Header> headers) {
        return Answer.of(status, headers, answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean holds(Heard heard, Dialect dialect, Answer answer, ErrorCode code) {
        try {
            heard.in(dialect, answer).isDocumentedError(code);
            return true;
        } catch (AssertionError refused) {
            return false;
        }
    }

    private static List<Heard> heard(Dialect dialect) {
        return HEARD.computeIfAbsent(dialect, AssertionsBesideTheSimulatorTest::drive);
    }

    private static final Map<Dialect, List<Heard>> HEARD = new ConcurrentHashMap<>();

    /** Every requirement that is written by hand and has one condition, driven once. */
    private static List<Heard> drive(Dialect dialect) {
        try (var environment = new SelfTestEnvironment(SpokenDialect.valueOf(dialect.name()))) {
            var answers = new ConcurrentHashMap<String, Answer>();
            var engine = environment.engine(
                    environment.address(), "assert-", (requirement, answer, expectation, circumstances) -> {
                        answers.put(requirement.id(), answer);
                        return List.of();
                    });
            var alone = ScenarioCatalogue.byHand().scenarios().stream()
                    .filter(scenario -> scenario.alsoHolding().isEmpty())
                    .toList();
            SuiteRecording.inParallel(alone.stream()
                    .map(scenario -> (Callable<Object>) () -> engine.observe(scenario))
                    .toList());
            var heard = new ArrayList<Heard>();
            alone.forEach(scenario -> heard.add(new Heard(
                    scenario,
                    Optional.ofNullable(answers.get(scenario.requirement().id()))
                            .orElseThrow(() -> new AssertionError(scenario + " was not answered")))));
            engine.close();
            return heard;
        }
    }
}
