package io.regcontract.traffic.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.traffic.TrafficBody;
import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.scope.ApiScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficComparisonTest {

    private static final String ERROR = "{\"stat\":\"error\",\"code\":310,\"error\":\"record_not_found\","
            + "\"error_description\":\"none\",\"request_token\":\"abcdefgh12345678\"}";

    private static RecordedShapes shapes(TrafficExchange... exchanges) {
        var shapes = new RecordedShapes(new ApiScope(Contract.load().operations(), List.of(), ""));
        List.of(exchanges).forEach(shapes::add);
        return shapes;
    }

    private static TrafficExchange answer(String path, int status, String type, String body) {
        return new TrafficExchange(
                "here",
                Optional.empty(),
                OptionalDouble.empty(),
                "POST",
                "https://a.example" + path,
                List.of(),
                TrafficBody.NONE,
                Optional.of(new TrafficExchange.Response(
                        status,
                        List.of(new Answer.Header("Content-Type", type)),
                        new TrafficBody(body.getBytes(StandardCharsets.UTF_8), TrafficBody.Flaw.NONE))));
    }

    private static TrafficExchange entity(String body) {
        return answer("/entity", 200, "application/json", body);
    }

    private static List<TrafficDifference> between(TrafficExchange before, TrafficExchange after) {
        return TrafficComparison.between(shapes(before), shapes(after), false).differences();
    }

    @Test
    void findsNoDifferenceInIdsTimesTokensAndTexts() {
        var comparison = TrafficComparison.between(
                shapes(entity(ERROR), entity("{\"stat\":\"ok\",\"result\":{\"id\":1,\"at\":\"2020\"}}")),
                shapes(
                        entity(ERROR.replace("\"none\"", "\"nobody is here\"").replace("abcdefgh", "zyxwvuts")),
                        entity("{\"stat\":\"ok\",\"result\":{\"id\":2,\"name\":\"Ada\"}}")),
                false);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.alike()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"record_not_found\"|\"not_found\"|name|record_not_found|not_found",
                "\"abcdefgh12345678\"|\"abcdefgh1234\"|token|16 of a-z and 0-9|12 of a-z and 0-9",
                "\"abcdefgh12345678\"|\"ABCDEFGH12345678\"|token|16 of a-z and 0-9|16 of letters and 0-9",
                "\"stat\"|\"hint\":1,\"stat\"|field hint|absent|integer",
                "\"error_description\":\"none\",||field error_description|string|absent",
                "\"none\"|null|field error_description|string|null",
                "\"none\"|[\"a\",1]|field error_description|string|array of integer and string"
            })
    void namesWhatDiffersOfACode(String from, String to, String about, String before, String after) {
        assertThat(between(entity(ERROR), entity(ERROR.replace(from, to == null ? "" : to))))
                .containsExactly(new TrafficDifference("/entity", "310", about, List.of(before), List.of(after), 1, 1));
    }

    @Test
    void comparesStatusAndContentType() {
        assertThat(between(entity(ERROR), answer("/entity", 404, "application/json; charset=utf-8", ERROR)))
                .extracting(TrafficDifference::about, TrafficDifference::before, TrafficDifference::after)
                .containsExactly(tuple("status", List.of("200"), List.of("404")));
        assertThat(between(entity(ERROR), answer("/entity", 200, "text/html", ERROR)))
                .extracting(TrafficDifference::about)
                .containsExactly("content type");
    }

    @Test
    void takesACodeThatBecameAnotherOrASuccessAsADifferenceUnlessItIsTold() {
        var before = shapes(entity(ERROR));
        var after = shapes(entity("{\"stat\":\"ok\"}"));

        assertThat(TrafficComparison.between(before, after, false).differences())
                .containsExactly(
                        new TrafficDifference("/entity", "310", "seen", List.of("yes"), List.of("never"), 1, 0),
                        new TrafficDifference("/entity", "success", "seen", List.of("never"), List.of("yes"), 0, 1));
        assertThat(TrafficComparison.between(before, after, true).differences()).isEmpty();
    }

    @Test
    void keepsOperationsApartAndLeavesAloneWhatIsNoneOfTheApi() {
        var shapes = shapes(
                entity(ERROR),
                answer("/entity.count", 200, "application/json", ERROR),
                answer("/shop", 500, "text/html", "<html>"));

        assertThat(shapes.exchanges()).isEqualTo(3);
        assertThat(shapes.compared()).isEqualTo(2);
        assertThat(TrafficComparison.between(shapes, shapes(entity(ERROR)), false)
                        .differences())
                .extracting(TrafficDifference::operation)
                .containsExactly("/entity.count");
    }

    @Test
    void comparesErrorsThatNameNoCodeAndBodiesThatAreNoJson() {
        assertThat(between(answer("/entity", 502, "text/html", "<h1>"), answer("/entity", 502, "text/html", "")))
                .containsExactly(new TrafficDifference(
                        "/entity", "no code", "body", List.of("no JSON object"), List.of("empty"), 1, 1));
    }

    @Test
    void staysSmallWhateverAServiceSends() {
        var shape = new AnswerShape();
        for (var i = 0; i < 1000; i++) {
            shape.add(
                    Answer.of(200, "application/json", "{\"stat\":\"error\",\"" + "f".repeat(i) + i + "\":" + i + "}"));
        }
        assertThat(shape.forms()).hasSizeLessThanOrEqualTo(60);
        assertThat(shape.forms().keySet())
                .allSatisfy(name -> assertThat(name.length()).isLessThan(80));
    }
}
