package io.regcontract.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.Check.Weight;
import io.regcontract.check.CheckContext;
import io.regcontract.check.CheckContext.LogLookup;
import io.regcontract.check.Expectation;
import io.regcontract.check.FailureTable;
import io.regcontract.check.Finding;
import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.ContradictionText;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.sabotage.RawResponse;
import io.regcontract.suite.sabotage.RecordedAnswer;
import io.regcontract.suite.sabotage.Sabotage;
import io.regcontract.suite.sabotage.Sabotages;
import io.regcontract.suite.scenario.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person is shown of each sabotage, to the letter: {@code sabotage-words.txt}. */
final class SabotageWordsTest {

    private static final Path WRITTEN = Path.of("src/test/resources/io/regcontract/suite/selftest/sabotage-words.txt");

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String SECRET = "correct-horse-battery";
    private static final String TOO_MANY = "Too many attempts. Please try again later.";

    private static final RecordedAnswer TAKEN = recorded(
            new Requirement(
                    ErrorCode.UNIQUE_VIOLATION,
                    "/entity.create",
                    "duplicate-value",
                    "another record holds the value of a unique attribute",
                    Optional.empty()),
            "the value of /badge is taken",
            "\"attribute_name\":\"/badge\",",
            "jx3m9k2vq7hw4r8t",
            Map.of("attribute_name", "/badge"),
            Optional.empty());

    private static final RecordedAnswer TRIED_TOO_OFTEN = recorded(
            new Requirement(
                    ErrorCode.INVALID_FORM_FIELDS,
                    "/oauth/auth_native_traditional",
                    "too-many-attempts",
                    "someone signs in once more than the flow allows",
                    Optional.empty()),
            TOO_MANY,
            "",
            "b8x5n2wz6kd9t3vq",
            Map.of(),
            Optional.of(TOO_MANY));

    private static final RecordedAnswer AMONG_RESULTS = new RecordedAnswer(
            new Requirement(
                    ErrorCode.UNIQUE_VIOLATION,
                    "/entity.bulkCreate",
                    "duplicate-value",
                    "one of several records has a value that is taken",
                    Optional.empty()),
            Answer.of(
                    200,
                    TAKEN.answer().headers(),
                    ("{\"stat\":\"ok\",\"results\":[{\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\","
                                    + "\"error_description\":\"taken\"}]}")
                            .getBytes(StandardCharsets.UTF_8)),
            new Expectation(
                            SelfTestEnvironment.CONTRACT,
                            SelfTestEnvironment.CONTRACT.error(ErrorCode.UNIQUE_VIOLATION),
                            "/entity.bulkCreate",
                            200,
                            Map.of(),
                            Optional.empty())
                    .within(Optional.of("/results/0")),
            new CheckContext(Set.of(), Optional.empty(), new LogLookup.Unavailable("no token")));

    private static final OfflineReplay TRIAL = new OfflineReplay(
            List.of(
                    TAKEN,
                    TRIED_TOO_OFTEN,
                    AMONG_RESULTS,
                    recorded(
                            new Requirement(
                                    ErrorCode.UNIQUE_VIOLATION,
                                    "/entity.update",
                                    "duplicate-value",
                                    "another record holds the value",
                                    Optional.empty()),
                            "the value of /badge is taken",
                            "\"attribute_name\":\"/badge\",",
                            "m4c7p9r2s5u8w3y6",
                            Map.of("attribute_name", "/badge"),
                            Optional.empty()),
                    recorded(
                            new Requirement(
                                    ErrorCode.MISSING_REQUIRED_ATTRIBUTE,
                                    "/entity.create",
                                    "missing",
                                    "an attribute that is required is left out",
                                    Optional.empty()),
                            "/badge is required",
                            "\"attribute_name\":\"/badge\",",
                            "q2d5f8h3k6n9p4r7",
                            Map.of("attribute_name", "/badge"),
                            Optional.empty())),
            SelfTestEnvironment.strict());

    @BeforeAll
    static void writeWhatIsShownNow() throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target/sabotage-words.txt"),
                Sabotages.all().stream().map(SabotageWordsTest::section).collect(Collectors.joining("\n")));
    }

    static List<Sabotage> sabotages() {
        return Sabotages.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sabotages")
    void areThoseThatAreWrittenDown(Sabotage sabotage) throws IOException {
        assertThat(section(sabotage))
                .as("what is shown of %s; target/sabotage-words.txt has all of it as it is now", sabotage)
                .isEqualTo(sections().get(sabotage.id()));
    }

    @Test
    void areWrittenDownForNothingElse() throws IOException {
        assertThat(sections().keySet())
                .as(
                        "sections of sabotage-words.txt, one a sabotage; target/sabotage-words.txt has all of it as it is now")
                .containsExactlyInAnyOrderElementsOf(
                        Sabotages.all().stream().map(Sabotage::id).toList());
    }

    @Test
    void neverShowTheSecret() throws IOException {
        assertThat(Files.readString(WRITTEN)).contains("${PASSWORD}").doesNotContain(SECRET, SECRET.substring(0, 9));
    }

    private static Map<String, String> sections() throws IOException {
        return Arrays.stream(Files.readString(WRITTEN).split("(?m)^\\n(?=## )"))
                .collect(Collectors.toMap(section -> section.substring(3, section.indexOf('\n')), section -> section));
    }

    private static String section(Sabotage sabotage) {
        var recorded =
                switch (sabotage.check()) {
                    case "body.literal" -> TRIED_TOO_OFTEN;
                    case "element.present" -> AMONG_RESULTS;
                    default -> TAKEN;
                };
        var reply = TRIAL.broken(sabotage, recorded).orElseThrow();
        return "## " + sabotage.id() + "\n" + sabotage.words() + "\n" + shown(sabotage, recorded, reply) + "\n";
    }

    private static String shown(Sabotage sabotage, RecordedAnswer recorded, RawResponse reply) {
        var redactor = new Redactor();
        redactor.registerClientSecret("PASSWORD", SECRET);
        var checks = TRIAL.examined(reply, recorded).stream()
                .map(one -> new Observation.ExaminedCheck(
                        one.id(),
                        one.weight(),
                        one.finding().reworded(redactor::redact).shown(),
                        one.relaxedBy()))
                .toList();
        if (sabotage.weight() != Weight.MUST) {
            return "(remarked upon)\n"
                    + FailureTable.columns(checks.stream()
                            .filter(one -> one.finding() instanceof Finding.Fails)
                            .map(one -> new FailureTable.Row(one.id(), (Finding.Fails) one.finding()))
                            .toList());
        }
        return ContradictionText.of(
                new Observation(
                        recorded.requirement(),
                        new Observation.Outcome.Observed(),
                        answered(reply.answer(), redactor),
                        checks,
                        List.of(),
                        List.of(),
                        NOON,
                        0),
                "local");
    }

    private static Observation.AnswerSummary answered(Answer answer, Redactor redactor) {
        return new Observation.AnswerSummary(
                answer.json() instanceof Body.Json json
                                && json.root().path("code").isInt()
                        ? Optional.of(json.root().path("code").intValue())
                        : Optional.empty(),
                answer.text("error"),
                answer.text("request_token").map(redactor::redact));
    }

    private static RecordedAnswer recorded(
            Requirement requirement,
            String description,
            String fields,
            String token,
            Map<String, String> expectedFields,
            Optional<String> literal) {
        var error = SelfTestEnvironment.CONTRACT.error(requirement.code());
        var body = "{\"stat\":\"error\",\"code\":" + requirement.code().code() + ",\"error\":\"" + error.name()
                + "\",\"error_description\":\"" + description + "\"," + fields + "\"request_token\":\"" + token
                + "\"}";
        return new RecordedAnswer(
                requirement,
                Answer.of(
                        200,
                        List.of(
                                new Answer.Header("Content-Type", "application/json;charset=utf-8"),
                                new Answer.Header("Cache-Control", "no-store")),
                        body.getBytes(StandardCharsets.UTF_8)),
                new Expectation(
                        SelfTestEnvironment.CONTRACT, error, requirement.operation(), 200, expectedFields, literal),
                new CheckContext(
                        Set.of(SECRET, "client:" + SECRET),
                        Optional.empty(),
                        new LogLookup.Entry(
                                requirement.operation(),
                                requirement.code().code(),
                                NOON,
                                NOON.minusSeconds(5),
                                NOON.plusSeconds(5))));
    }
}
