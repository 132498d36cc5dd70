package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the fuzzer says of a simulator that was broken on purpose. */
class FuzzReportTest {

    private static final long SEED = 7;
    private static final Pattern CASE = Pattern.compile("seed 7, case (\\d+): the answer has no stat");

    @TempDir
    private Path directory;

    @Test
    void showsTheSmallestRequestAndHowToSeeItAgain() throws IOException {
        Fuzzer.TargetFactory broken = world ->
                request -> request.path().equals("/entity.find") && all(request).contains("first_result=")
                        ? nonsense()
                        : world.simulator.endpoint().answer(request);
        var report = report(Optional.empty(), broken);
        assertThat(report)
                .containsPattern("The smallest request of the kind:\n"
                        + "(?:printf 'first_result=[^&']{0,12}' \\| )?curl -i -X [A-Z]+(?: --data-binary @-)? "
                        + "'http://127\\.0\\.0\\.1:\\d+/entity\\.find(?:\\?first_result=[^&']{0,12})?'\n"
                        + "200 \\{\"stat\":\"maybe\"}\n")
                .contains("As it was generated: ");
        var number = CASE.matcher(report);
        assertThat(number.find()).isTrue();
        assertThat(report)
                .contains("-Dtest=FuzzTest -Dregcontract.fuzz.seed=7 -Dregcontract.fuzz.case=" + number.group(1));
        assertThat(report(Optional.of(Integer.valueOf(number.group(1))), broken))
                .contains(number.group());
    }

    @Test
    void saysThatARequestFailsOnlyAfterOthers() throws IOException {
        var worlds = new AtomicInteger();
        assertThat(report(Optional.empty(), world -> {
                    boolean first = worlds.getAndIncrement() == 0;
                    var calls = new AtomicInteger();
                    return request -> first && calls.incrementAndGet() > 50
                            ? nonsense()
                            : world.simulator.endpoint().answer(request);
                }))
                .contains("The smallest request of the kind, which fails only after others of its round:\ncurl -i -X ");
    }

    @Test
    void writesAnyRequestForAShell() {
        var request = new WireRequest(
                "POST",
                "/it's",
                "a=b",
                Map.of("x-word", List.of("don't"), "date", List.of("")),
                "50% \u0000é'\\".getBytes(StandardCharsets.UTF_8),
                InetAddress.getLoopbackAddress());
        assertThat(FuzzShrinker.curl(request, URI.create("http://127.0.0.1:8080")))
                .isEqualTo(
                        "printf '50\\045\\040\\000\\303\\251\\047\\134' | curl -i -X POST -H 'date;' -H 'x-word: don'\\''t'"
                                + " --data-binary @- 'http://127.0.0.1:8080/it'\\''s?a=b'");
    }

    private String report(Optional<Integer> only, Fuzzer.TargetFactory ways) throws IOException {
        var states = Files.createTempDirectory(directory, "states");
        return String.valueOf(
                catchThrowableOfType(AssertionError.class, () -> new Fuzzer(SEED, only, states).run(1_000, ways))
                        .getMessage());
    }

    private static WireAnswer nonsense() {
        return WireAnswer.json(200, Json.object().put("stat", "maybe"));
    }

    private static String all(WireRequest request) {
        return request.query() + "&" + new String(request.body(), StandardCharsets.UTF_8);
    }
}
