package io.regcontract.traffic.cli;

import static io.regcontract.traffic.cli.HarFile.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.Finding;
import io.regcontract.traffic.judge.TrafficSummary.CalledOperation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is found of answers, by the answers alone. */
final class JudgedAnswersTest {

    private static final Map<String, String> USER = Map.of("type_name", "user", "attributes", "{\"badge\":\"7-of-9\"}");
    private static final String OK = "{\"stat\":\"ok\",\"id\":7,\"uuid\":\"0a1b\"}";
    private static final String TAKEN = error(361, "unique_violation", "abcdefgh23456789");
    private static final String CREATE_361 = "REG-361.entity-create.traffic";

    @TempDir
    private Path directory;

    private TrafficUnderTest traffic = new TrafficUnderTest(Path.of(""));

    @BeforeEach
    void begin() {
        traffic = new TrafficUnderTest(directory);
    }

    @Test
    void witnessesADocumentedErrorWhenAllChecksHold() throws IOException {
        var outcome = traffic.judge(new HarFile()
                .call("/entity.create", USER, 200, OK)
                .call("/entity.create", USER, 200, TAKEN)
                .call("/entity.create", USER, 200, error(361, "unique_violation", "bbcdefgh23456789")));

        assertThat(outcome.summary().pairs().keySet()).containsExactly(CREATE_361);
        assertThat(outcome.pair(CREATE_361).judged()).isEqualTo(2);
        assertThat(outcome.pair(CREATE_361).contradicted()).isZero();
        assertThat(outcome.failures(CREATE_361)).isEmpty();
        assertThat(outcome.pair(CREATE_361).first()).map(Object::toString).hasValue("2026-11-01T10:00:02Z");
        assertThat(outcome.pair(CREATE_361).last()).map(Object::toString).hasValue("2026-11-01T10:00:03Z");
        assertThat(outcome.summary().operations()).containsExactly(new CalledOperation("/entity.create", 3, 1, 2));
        assertThat(outcome.summary().remarks()).isEmpty();
        assertThat(outcome.run().incomplete()).isEmpty();
    }

    @Test
    void writesARecordThatFollowsItsFormat() throws IOException {
        var lines = traffic.judge(new HarFile()
                        .call("/entity.create", USER, 200, TAKEN)
                        .call("/entity.create", Map.of(), 500, "<html>"))
                .lines();

        assertThat(lines)
                .extracting(line -> line.path("type").stringValue())
                .containsExactly("header", "observation", "observation", "traffic", "footer");
        assertThat(lines.get(0).at("/environment/kind").stringValue()).isEqualTo("traffic");
        assertThat(lines.get(0).at("/environment/baseAddress").stringValue()).isEqualTo("acme.eu.janraincapture.com");
        assertThat(lines.get(0).path("catalogue")).hasSizeGreaterThan(500);
        assertThat(lines.get(1).path("answers").toString())
                .isEqualTo(
                        "{\"judged\":1,\"contradicted\":0,\"first\":\"2026-11-01T10:00:01Z\",\"last\":\"2026-11-01T10:00:01Z\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "body.code.integer | {\"stat\":\"error\",\"code\":\"361\",\"error\":\"unique_violation\",\"error_description\":\"d\",\"request_token\":\"abcdefgh23456789\"}",
                "body.code.integer | {\"stat\":\"error\",\"code\":361.0,\"error\":\"unique_violation\",\"error_description\":\"d\",\"request_token\":\"abcdefgh23456789\"}",
                "body.error | {\"stat\":\"error\",\"code\":361,\"error\":\"length_violation\",\"error_description\":\"d\",\"request_token\":\"abcdefgh23456789\"}",
                "body.stat | {\"stat\":\"ok\",\"code\":361,\"error\":\"unique_violation\",\"error_description\":\"d\",\"request_token\":\"abcdefgh23456789\"}",
                "description.present | {\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\",\"request_token\":\"abcdefgh23456789\"}",
                "token.present | {\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\",\"error_description\":\"d\"}",
                "token.length | {\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\",\"error_description\":\"d\",\"request_token\":\"abcdefgh2345678\"}",
                "body.schema | {\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\",\"error_description\":\"d\",\"request_token\":\"abcdefgh23456789\",\"attribute_name\":7}",
                "body.secret-free | {\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\",\"error_description\":\"shop-client-secret-9 again\",\"request_token\":\"abcdefgh23456789\"}"
            })
    void findsWhatIsWrongByTheSameCheckAsTheSuite(String check, String body) throws IOException {
        var outcome = traffic.judge(new HarFile().call("/entity.create", USER, 200, body));

        assertThat(outcome.failures(CREATE_361)).containsExactly(check);
        assertThat(outcome.pair(CREATE_361).contradicted()).isEqualTo(1);
    }

    @Test
    void findsAStatusAndAContentTypeThatAreNotTheOnesOfTheApi() throws IOException {
        var outcome = traffic.judge(new HarFile()
                .call("/entity.create", USER, 361, TAKEN, entry -> ((ObjectNode) entry.at("/response/headers/0"))
                        .put("value", "text/plain")));

        assertThat(outcome.failures(CREATE_361)).containsExactly("http.status", "http.content-type");
        assertThat(outcome.check(CREATE_361, "http.status").first().finding())
                .isEqualTo(Finding.fails("HTTP 200", "HTTP 361, the Registration code mirrored into the HTTP status"));
    }

    @Test
    void findsATokenThatAnAnswerOfAnotherFileHas() throws IOException {
        var first = traffic.file(
                "monday.har",
                new HarFile().call("/entity.create", USER, 200, TAKEN).toString());
        var second = traffic.file(
                "tuesday.har",
                new HarFile()
                        .call("/entity.create", USER, 200, OK)
                        .call("/entity.find", USER, 200, error(222, "unknown_entity_type", "abcdefgh23456789"))
                        .toString());

        var outcome = traffic.judge(List.of(first, second));

        assertThat(outcome.failures(CREATE_361)).isEmpty();
        assertThat(outcome.failures("REG-222.entity-find.traffic")).containsExactly("token.unique");
        var check = outcome.check("REG-222.entity-find.traffic", "token.unique");
        assertThat(check.first().finding()).isEqualTo(Finding.fails("not seen before", "also in monday.har, entry 1"));
        assertThat(check.place()).isEqualTo("tuesday.har, entry 2");
    }

    @Test
    void takesAnExchangeThatWasRecordedTwiceForOne() throws IOException {
        var har = new HarFile().call("/entity.create", USER, 200, TAKEN).toString();

        var outcome = traffic.judge(List.of(traffic.file("a/shop.har", har), traffic.file("b/shop.har", har)));

        assertThat(outcome.failures(CREATE_361)).isEmpty();
        assertThat(outcome.pair(CREATE_361).judged()).isEqualTo(1);
        assertThat(outcome.summary().unjudged())
                .extracting(unjudged -> unjudged.reason() + ": " + unjudged.first())
                .containsExactly("the same exchange was recorded twice, and is judged once: b/shop.har, entry 1");
    }

    @Test
    void takesWhatTheRealServiceWasRecordedToSayInItsDialect() throws IOException {
        var recorded =
                "{\"request_id\":\"h7yyk55jjnc39bw2\",\"code\":414,\"error_description\":\"access_token expired\","
                        + "\"error\":\"access_token_expired\",\"stat\":\"error\"}";
        var har = new HarFile().call("/entity", USER, 200, recorded);
        var id = "REG-414.entity.traffic";

        assertThat(traffic.judge(har).failures(id)).containsExactly("body.undocumented", "token.present");
        var observed = traffic.judge(har, "--dialect", "observed");
        assertThat(observed.pair(id).contradicted()).isZero();
        assertThat(observed.lines().get(0).at("/environment/acceptedErrata").toString())
                .isEqualTo("[\"E-01\",\"E-02\",\"E-10\"]");
    }

    @Test
    void comparesTokensUnderTheNameThatTheDialectGivesThem() throws IOException {
        var one = "{\"request_id\":\"h7yyk55jjnc39bw2\",\"code\":310,\"error_description\":\"none\","
                + "\"error\":\"record_not_found\",\"stat\":\"error\"}";
        var har = new HarFile().call("/entity", USER, 200, one).call("/entity", USER, 200, one);

        assertThat(traffic.judge(har, "--dialect", "observed").failures("REG-310.entity.traffic"))
                .contains("token.unique");
    }

    @Test
    void resolvesAnUndocumentedCodeToItsCatchAllAndProposesASchema() throws IOException {
        var outcome = traffic.judge(
                new HarFile().call("/entity.create", USER, 200, error(364, "pattern_violation", "abcdefgh23456789")));

        var check = outcome.check("REG-360.entity-create.traffic", "body.code");
        assertThat(check.first().finding()).isInstanceOfSatisfying(Finding.Fails.class, fails -> {
            assertThat(fails.actual()).isEqualTo("364");
            assertThat(fails.proposal()).hasValueSatisfying(proposal -> {
                assertThat(proposal.file()).isEqualTo("errors/364-pattern_violation.schema.json");
                assertThat(proposal.schema()).contains("\"const\":364", "\"const\":\"pattern_violation\"");
            });
        });
        assertThat(outcome.lines().get(1).path("answeredCode").intValue()).isEqualTo(364);
    }

    @Test
    void holdsAnAnswerWithoutACodeAgainstTheErrorThatItNames() throws IOException {
        var outcome = traffic.judge(new HarFile()
                .call("/entity.create", USER, 200, "{\"stat\":\"error\",\"error\":\"unique_violation\"}")
                .call("/entity.create", USER, 502, "<html>Bad Gateway</html>"));

        assertThat(outcome.failures(CREATE_361))
                .containsExactly("body.code.integer", "description.present", "token.present");
        assertThat(outcome.failures("REG-500.entity-create.traffic")).containsExactly("http.status", "body.json");
    }

    @Test
    void remarksOnACodeThatTheOperationIsNotKnownToGive() throws IOException {
        var outcome = traffic.judge(new HarFile()
                .call("/settings/get", USER, 200, error(416, "verification_code_expired", "abcdefgh23456789")));

        assertThat(outcome.failures("REG-416.settings-get.traffic")).containsExactly("traffic.plausible");
        assertThat(outcome.pair("REG-416.settings-get.traffic").contradicted()).isZero();
        assertThat(outcome.lines().get(1).at("/requirement/id").stringValue())
                .isEqualTo("REG-416.settings-get.traffic");
    }

    @Test
    void takesAnEnvelopeInASuccessForAFailure() throws IOException {
        var outcome = traffic.judge(new HarFile()
                .call("/entity.create", USER, 200, TAKEN.replace("\"error\",\"code\"", "\"ok\",\"id\":8,\"code\"")));

        assertThat(outcome.failures(CREATE_361)).containsExactly("body.stat", "body.undocumented");
        assertThat(outcome.summary().operations()).containsExactly(new CalledOperation("/entity.create", 1, 0, 1));
    }

    @Test
    void judgesTheErrorsAmongTheResultsOfASuccess() throws IOException {
        var good = "{\"code\":361,\"error\":\"unique_violation\",\"error_description\":\"the value is taken\"}";
        var har = new HarFile()
                .call(
                        "/entity.bulkCreate",
                        Map.of("type_name", "user", "all_attributes", "[]"),
                        200,
                        "{\"stat\":\"ok\",\"results\":[17," + good + "," + good.replace("unique", "length")
                                + "],\"uuid_results\":[\"u\"," + good + "," + good + "]}");
        var outcome = traffic.judge(har);
        var id = "REG-361.entity-bulk-create.traffic";

        assertThat(outcome.pair(id).judged())
                .as("the second list says the same of the same record")
                .isEqualTo(3);
        assertThat(outcome.pair(id).contradicted()).isEqualTo(1);
        assertThat(outcome.failures(id)).containsExactly("body.error");
        assertThat(outcome.lines().get(1).at("/requirement/element").stringValue())
                .isEqualTo("/results/2");
        assertThat(outcome.summary().operations()).containsExactly(new CalledOperation("/entity.bulkCreate", 1, 1, 0));
    }

    @Test
    void givesTheSameRecordWithAnyNumberOfThreads() throws IOException {
        var har = new HarFile();
        for (int number = 0; number < 700; number++) {
            har.call("/entity.create", USER, 200, error(361, "unique_violation", "token%011d".formatted(number % 650)));
            har.call("/entity.find", USER, 200, number % 3 == 0 ? "{\"stat\":\"ok\"}" : "{}");
        }
        var file = List.of(traffic.file("long.har", har.toString()));

        var one = traffic.judge(1, file);
        var many = traffic.judge(7, file);

        assertThat(observations(many)).isEqualTo(observations(one));
        assertThat(one.pair(CREATE_361).contradicted()).isEqualTo(50);
        assertThat(one.check(CREATE_361, "token.unique").place()).isEqualTo("long.har, entry 1301");
    }

    private static List<String> observations(TrafficUnderTest.Outcome outcome) {
        return outcome.lines().stream()
                .filter(line -> List.of("observation", "traffic")
                        .contains(line.path("type").stringValue()))
                .map(Object::toString)
                .toList();
    }

    @Test
    void leavesAloneWhatIsNoAnswerOfAnOperation() throws IOException {
        var outcome = traffic.judge(new HarFile()
                .call("/entity", USER, 302, "")
                .call("/entity", USER, 200, TAKEN, entry -> ((ObjectNode) entry.path("request"))
                        .put("method", "OPTIONS"))
                .call("/entity", USER, 200, TAKEN, entry -> ((ObjectNode) entry.path("request"))
                        .put("url", "wss://acme.eu.janraincapture.com/entity"))
                .call("/entity", USER, 200, TAKEN, entry -> ((ObjectNode) entry.path("request"))
                        .put("url", "data:application/json,%7B%7D"))
                .call("/other", USER, 200, TAKEN));

        assertThat(outcome.summary().judged()).isZero();
        assertThat(outcome.summary().foreign()).isEqualTo(4);
        assertThat(outcome.summary().unjudged())
                .extracting(unjudged -> unjudged.reason())
                .containsExactly("the answer is none of the operation: HTTP 302");
    }

    @Test
    void readsWhatHttp2AndItsToolsWrite() throws IOException {
        var outcome = traffic.judge(new HarFile().call("/entity.create", USER, 200, TAKEN, entry -> {
            var request = (ArrayNode) entry.at("/request/headers");
            request.removeAll();
            HarFile.header(request, ":method", "POST");
            HarFile.header(request, ":authority", "acme.eu.janraincapture.com");
            HarFile.header(request, "authorization", "Basic c2hvcC1jbGllbnQ6c2hvcC1jbGllbnQtc2VjcmV0LTk=");
            var response = (ArrayNode) entry.at("/response/headers");
            response.removeAll();
            HarFile.header(response, ":status", "200");
            HarFile.header(response, "content-type", "application/json");
            HarFile.header(response, "cache-control", "no-store");
            HarFile.header(response, "set-cookie", "sid=0123456789abcdef0123456789abcdef");
        }));

        assertThat(outcome.failures(CREATE_361)).isEmpty();
        assertThat(outcome.record()).doesNotContain(":authority", "0123456789abcdef0123456789abcdef");
    }
}
