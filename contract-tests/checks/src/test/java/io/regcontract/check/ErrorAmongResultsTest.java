package io.regcontract.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An error among the results of a success has no envelope, and is judged like any other in the rest. */
final class ErrorAmongResultsTest {

    private static final Contract CONTRACT = Contract.load();
    private static final Expectation TAKEN = Expectation.of(CONTRACT, ErrorCode.UNIQUE_VIOLATION, "/entity.bulkCreate")
            .within(Optional.of("/results/1"));
    private static final String ELEMENT =
            "{\"code\":361,\"error\":\"unique_violation\",\"error_description\":\"the value is taken\"}";
    private static final String GOOD = "{\"stat\":\"ok\",\"results\":[17, " + ELEMENT + " ,18],\"uuid_results\":[]}";

    static Stream<Arguments> damages() {
        return Stream.of(
                arguments("wrong code", GOOD.replace("361", "360"), "body.code", "361", "360"),
                arguments(
                        "code as string", GOOD.replace("361", "\"361\""), "body.code.integer", "an integer", "\"361\""),
                arguments(
                        "code with a fraction",
                        GOOD.replace("361", "361.0"),
                        "body.code.integer",
                        "an integer",
                        "361.0"),
                arguments(
                        "name of another code",
                        GOOD.replace("unique_", "length_"),
                        "body.error",
                        "unique_violation",
                        "length_violation"),
                arguments(
                        "no description",
                        GOOD.replace(",\"error_description\":\"the value is taken\"", ""),
                        "description.present",
                        "a text",
                        "absent"),
                arguments(
                        "extra field of another type",
                        GOOD.replace("{\"code\"", "{\"attribute_name\":7,\"code\""),
                        "body.schema",
                        "/attribute_name string",
                        "number 7"),
                arguments(
                        "the record was made",
                        GOOD.replace(ELEMENT, "19"),
                        "element.present",
                        "a success with an error at /results/1",
                        "there is 19"),
                arguments(
                        "no such result",
                        "{\"stat\":\"ok\",\"results\":[17]}",
                        "element.present",
                        "a success with an error at /results/1",
                        "there is nothing"),
                arguments(
                        "the whole call failed",
                        "{\"stat\":\"error\"," + ELEMENT.substring(1),
                        "element.present",
                        "a success with an error at /results/1",
                        "no success: {\"stat\":\"error\"," + ELEMENT.substring(1)),
                arguments(
                        "key twice inside",
                        GOOD.replace("{\"code\"", "{\"code\":361,\"code\""),
                        "body.json",
                        "one JSON value, each key once, nothing behind it",
                        null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void findsEachDamageWithTheOneCheckMeantForIt(
            String damage, String body, String check, String expected, String actual) {
        var failures = failures(body);

        assertThat(failures).containsOnlyKeys(check);
        assertThat(((Finding.Fails) failures.get(check)).expected()).isEqualTo(expected);
        if (actual != null) {
            assertThat(((Finding.Fails) failures.get(check)).actual()).isEqualTo(actual);
        }
    }

    @Test
    void findsNothingInAGoodAnswer() {
        assertThat(failures(GOOD)).isEmpty();
    }

    @Test
    void saysOfEveryPartOfTheEnvelopeThatThereIsNone() {
        assertThat(examined(GOOD).entrySet().stream()
                        .filter(one -> one.getValue() instanceof Finding.NotApplicable not
                                && not.reason().contains("no envelope of its own"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "body.envelope",
                        "answer.failure",
                        "body.stat",
                        "token.present",
                        "token.length",
                        "token.blank-free",
                        "token.characters",
                        "token.alphabet",
                        "token.unique",
                        "token.logged");
    }

    @Test
    void isASuccessOnlyWhereTheElementIsOne() {
        assertThat(TAKEN.isMetWithSuccess(answer(GOOD))).isFalse();
        assertThat(TAKEN.isMetWithSuccess(answer(GOOD.replace(ELEMENT, "19")))).isTrue();
        assertThat(TAKEN.isMetWithSuccess(answer(GOOD.replace(ELEMENT, "19").replace("ok", "error"))))
                .isFalse();
    }

    @Test
    void takesTheAlternativeOfAnAcceptedReadingThere() {
        var malformed = Expectation.of(CONTRACT, ErrorCode.INVALID_DATA_FORMAT, "/entity.bulkCreate")
                .within(Optional.of("/results/1"));
        var body = GOOD.replace("361", "200").replace("unique_violation", "invalid_argument");
        var accepted = new Examination(
                List.of(), List.of(CONTRACT.reading("R-bad-value").orElseThrow()));

        assertThat(accepted.examine(answer(body), malformed, token -> CheckContext.NONE).stream()
                        .filter(one -> one.finding() instanceof Finding.Fails)
                        .filter(one -> one.check().weight() == Check.Weight.MUST)
                        .filter(one -> one.relaxedBy().isEmpty()))
                .isEmpty();
    }

    private static Map<String, Finding> failures(String body) {
        return examined(body).entrySet().stream()
                .filter(one -> one.getValue() instanceof Finding.Fails)
                .filter(one -> !Set.of("http.cache-control").contains(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Finding> examined(String body) {
        return Checks.examine(new CheckInput(answer(body), TAKEN, CheckContext.NONE)).stream()
                .collect(Collectors.toMap(checked -> checked.check().id(), CheckResult::finding));
    }

    private static Answer answer(String body) {
        return Answer.of(200, "application/json", body);
    }
}
