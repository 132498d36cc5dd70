package io.regcontract.traffic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Of several records some fail: their errors stand among the results of a success. */
class ErrorsAmongResultsTest {

    private static final String ID = "REG-223.entity-bulk-create.traffic";
    private static final String ERROR =
            "{\"code\":223,\"error\":\"unknown_attribute\",\"error_description\":\"no attribute /nosuch\","
                    + "\"attribute_name\":\"/nosuch\"}";

    @TempDir
    private Path directory;

    @Test
    void areJudgedOnceThoughASecondListRepeatsThem() throws IOException {
        var outcome = judged(results("7," + ERROR, "\"6bd0a4a3\"," + ERROR));

        assertThat(outcome.pair(ID).judged()).isEqualTo(1);
        assertThat(outcome.failures(ID)).doesNotContain("traffic.plausible", "body.code");
    }

    @Test
    void areJudgedUpToAHundredAndThatThereAreMoreIsSaid() throws IOException {
        var hundred = String.join(",", Collections.nCopies(100, ERROR));
        var ids = String.join(",", Collections.nCopies(100, "\"u\""));

        assertThat(judged(results(hundred, ids)).summary().remarks()).isEmpty();
        var outcome = judged(results(hundred + "," + ERROR, ids + ",\"u\""));
        assertThat(outcome.pair(ID).judged()).isEqualTo(100);
        assertThat(outcome.summary().remarks())
                .extracting(remark -> remark.operation() + " " + remark.rule() + " " + remark.sentence())
                .containsExactly(
                        "/entity.bulkCreate traffic.more-errors it holds more than 100 errors among its results,"
                                + " and those behind were not judged");
        assertThat(outcome.lines()).isNotEmpty();
    }

    /** Whoever checks the record looks for the error where the record says that it stands. */
    @Test
    void standInAllSamplesWhereTheRecordSays() throws IOException {
        var broken = ERROR.replace("unknown_attribute", "unknown");
        var outcome = judged(
                results(ERROR + ",7", ERROR + ",\"u\""),
                results("7," + ERROR, "\"v\"," + ERROR),
                results("7,8," + broken, "\"w\",\"x\"," + broken));

        var observation = observation(outcome);
        assertThat(outcome.pair(ID).judged()).isEqualTo(3);
        assertThat(observation.at("/requirement/element").stringValue()).isEqualTo("/results/2");
        assertThat(observation.path("exchanges")).isNotEmpty().allSatisfy(sample -> assertThat(HarFile.JSON
                        .readTree(sample.at("/response/body").stringValue())
                        .at("/results/2/code")
                        .intValue())
                .isEqualTo(223));
    }

    @Test
    void areKeptWithoutTheDataOfPeopleAroundThem() throws IOException {
        var named = ERROR.replace("\"/nosuch\"", "\"/nosuch\",\"value\":\"jane.doe@example.org\"");
        var outcome = judged(results("{\"email\":\"john@example.org\"}," + named, "\"u\"," + named));

        assertThat(observation(outcome).at("/exchanges/0/response/body").stringValue())
                .contains("\"code\":223", "(left out)")
                .doesNotContain("jane.doe", "john@");
    }

    private TrafficUnderTest.Outcome judged(String... answers) throws IOException {
        var har = new HarFile();
        for (var answer : answers) {
            har.call("/entity.bulkCreate", Map.of("type_name", "user", "all_attributes", "[{},{}]"), 200, answer);
        }
        return new TrafficUnderTest(directory).judge(har);
    }

    private static String results(String results, String byUuid) {
        return "{\"stat\":\"ok\",\"results\":[" + results + "],\"uuid_results\":[" + byUuid + "]}";
    }

    private static JsonNode observation(TrafficUnderTest.Outcome outcome) {
        return outcome.lines().stream()
                .filter(line -> line.at("/requirement/id").asString("").equals(ID))
                .findFirst()
                .orElseThrow();
    }
}
