package io.regcontract.traffic.cli;

import static io.regcontract.traffic.cli.HarFile.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.validation.FileFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Records of runs, and lines of the project's own format, are traffic like any other. */
final class RecordAsInputTest {

    private static final String EXCHANGE =
            """
            {"role":"ROLE","at":"2026-11-01T10:00:00Z","millis":3.5,"request":{"method":"POST","url":"http://127.0.0.1:41234/entity.create",
            "headers":[{"name":"Authorization","value":"Basic ${CLIENT_SECRET_BASIC}"},{"name":"Content-Type","value":"application/x-www-form-urlencoded"}],
            "body":"type_name=user&attributes=%7B%7D"},"response":{"status":200,"headers":[{"name":"Content-Type","value":"application/json"},
            {"name":"Cache-Control","value":"no-store"}],"body":BODY,"truncated":TRUNCATED},"curl":"curl"}"""
                    .replace("\n", "");

    @TempDir
    private Path directory;

    private static String exchange(String role, String body, boolean truncated) {
        return EXCHANGE.replace("ROLE", role)
                .replace("BODY", HarFile.JSON.writeValueAsString(body))
                .replace("TRUNCATED", Boolean.toString(truncated));
    }

    @Test
    void judgesTheExchangesOfARunWithTheService() throws IOException {
        var traffic = new TrafficUnderTest(directory);
        var taken = error(361, "unique_violation", "abcdefgh23456789");
        var record = "{\"type\":\"header\",\"format\":\"regcontract/observation/2\"}\n"
                + "{\"type\":\"observation\",\"exchanges\":["
                + String.join(
                        ",",
                        exchange("set-up", "{\"stat\":\"ok\"}", false),
                        exchange("world", "{}", false),
                        exchange("drive", taken, false),
                        exchange("twin", "{\"stat\":\"ok\",\"x\":[", true))
                + "]}\n{\"type\":\"footer\"}\n";

        var outcome = traffic.judge(List.of(traffic.file("observations-simulator-1of1.jsonl", record)));

        assertThat(outcome.summary().exchanges()).isEqualTo(3);
        assertThat(outcome.failures("REG-361.entity-create.traffic")).isEmpty();
        assertThat(outcome.summary().unjudged())
                .extracting(unjudged -> unjudged.reason() + ": " + unjudged.first())
                .containsExactly("the body of the answer was not recorded, or not all of it:"
                        + " observations-simulator-1of1.jsonl, line 2, exchange 3");
        assertThat(outcome.run().incomplete()).isEmpty();
    }

    @Test
    void judgesTheRecordThatItWroteItself() throws IOException {
        var traffic = new TrafficUnderTest(directory);
        var first = traffic.judge(
                new HarFile()
                        .call(
                                "/entity.create",
                                Map.of("type_name", "user", "attributes", "{}"),
                                200,
                                error(361, "unique_violation", "abcdefgh23456789")),
                "--bodies");

        var again = traffic.judge(List.of(traffic.file("record.jsonl", first.record())));

        assertThat(again.failures("REG-361.entity-create.traffic")).isEmpty();
        assertThat(again.pair("REG-361.entity-create.traffic").judged()).isEqualTo(1);
    }

    @Test
    void readsEveryLineThatFollowsTheFormat() throws IOException {
        var traffic = new TrafficUnderTest(directory);
        var line = (ObjectNode)
                HarFile.JSON.readTree(exchange("drive", error(361, "unique_violation", "abcdefgh23456789"), false));
        line.put("format", "regcontract/traffic/1");
        assertThat(FileFormats.validate("traffic", line)).isEmpty();
        assertThat(FileFormats.validate("traffic", HarFile.JSON.readTree("{\"request\":{\"method\":\"GET\"}}")))
                .isNotEmpty();

        var outcome =
                traffic.judge(List.of(traffic.file("own.ndjson", "{\"format\":\"regcontract/traffic/1\"}\n" + line)));

        assertThat(outcome.failures("REG-361.entity-create.traffic")).isEmpty();
        assertThat(outcome.run().incomplete()).isEmpty();
    }
}
