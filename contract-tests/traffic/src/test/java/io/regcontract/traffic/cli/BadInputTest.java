package io.regcontract.traffic.cli;

import static io.regcontract.traffic.cli.HarFile.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.regcontract.suite.plan.InvalidSettingsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Files that are not what they should be: a sentence each, and nothing lost that can be read. */
final class BadInputTest {

    private static final Map<String, String> USER = Map.of("type_name", "user", "attributes", "{}");
    private static final String TAKEN = error(361, "unique_violation", "abcdefgh23456789");
    private static final String CREATE_361 = "REG-361.entity-create.traffic";

    @TempDir
    private Path directory;

    private TrafficUnderTest traffic = new TrafficUnderTest(Path.of(""));

    @BeforeEach
    void begin() {
        traffic = new TrafficUnderTest(directory);
    }

    private static String har() {
        return new HarFile()
                .call("/entity.create", USER, 200, TAKEN)
                .call("/entity.create", USER, 200, error(361, "unique_violation", "bbcdefgh23456789"))
                .toString();
    }

    private TrafficUnderTest.Outcome judged(String name, String text) throws IOException {
        return traffic.judge(List.of(traffic.file(name, text)));
    }

    @Test
    void judgesWhatStandsBeforeThePlaceWhereAHarWasCutOff() throws IOException {
        var whole = har();

        var inAnEntry = judged("cut.har", whole.substring(0, whole.length() - 40));
        assertThat(inAnEntry.pair(CREATE_361).judged()).isEqualTo(1);
        assertThat(inAnEntry.run().incomplete())
                .containsExactly(
                        "cut.har ends in the middle of entry 2: it was cut off, or a quotation mark is missing."
                                + " What stands before was judged.");
        assertThat(inAnEntry.lines().get(2).at("/files/0/flaw").stringValue()).startsWith("cut.har ends in the middle");

        var behindAnEntry = judged("cut.har", whole.substring(0, whole.length() - 3));
        assertThat(behindAnEntry.pair(CREATE_361).judged()).isEqualTo(2);
        assertThat(behindAnEntry.run().incomplete())
                .containsExactly("cut.har ends behind entry 2, and its list of entries does not: it was cut off. What"
                        + " stands before was judged.");
    }

    @Test
    void survivesAHarThatIsCutOffAnywhere() throws IOException {
        var whole = har();
        for (int length = 1; length < whole.length(); length += 31) {
            assertThat(judged("cut.har", whole.substring(0, length)).run().incomplete())
                    .as("cut at " + length)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{}'                                   | is no HAR: it has no log.entries. Export one as HAR 1.2, or name a file with an exchange on each line.",
                "'{\"log\":{\"version\":\"1.2\"}}'      | is no HAR: it has no log.entries. Export one as HAR 1.2, or name a file with an exchange on each line.",
                "'{\"log\":{\"entries\":{}}}'           | is no HAR: it has no log.entries. Export one as HAR 1.2, or name a file with an exchange on each line.",
                "'[1,2]'                                | is no HAR: it is no JSON from byte 1 on. Export one as HAR 1.2.",
                "'{\"log\" nonsense'                    | is no HAR: it ends too early. Export one as HAR 1.2.",
                "'<html></html>'                        | is no JSON but a page or XML: export HAR 1.2.",
                "'PK34'                                 | is a ZIP archive: unpack it, or export HAR 1.2.",
                "'hello there'                          | is no JSON: name a HAR, a file with an exchange on each line, or the record of a run.",
                "''                                     | is empty."
            })
    void saysWhyAFileHoldsNoTraffic(String text, String why) throws IOException {
        var outcome = judged("odd.har", text);

        assertThat(outcome.run().incomplete()).containsExactly("odd.har " + why);
        assertThat(outcome.summary().judged()).isZero();
        outcome.lines();
    }

    @Test
    void refusesAPathThatIsNoFileBeforeAnythingIsWritten() throws IOException {
        var folder = Files.createDirectories(directory.resolve("a-directory"));

        assertThatThrownBy(() -> traffic.judge(List.of(folder)))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("FILE '" + folder + "' is a directory: name the files in it.");
        assertThatThrownBy(() -> traffic.judge(List.of(directory.resolve("nowhere.har"))))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("FILE '" + directory.resolve("nowhere.har") + "' is not there.");
    }

    @Test
    void saysThatAPipeIsNoFile() throws Exception {
        var pipe = directory.resolve("pipe.har");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .as("mkfifo makes a pipe here")
                .isZero();

        assertThat(traffic.judge(List.of(pipe)).run().incomplete())
                .containsExactly("pipe.har is a pipe or a device, and no file: save what it gives first.");
    }

    @Test
    void saysThatAFileMayNotBeRead() throws IOException {
        var file = traffic.file("closed.har", har());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("root reads every file").isFalse();

        assertThat(traffic.judge(List.of(file)).run().incomplete())
                .containsExactly("closed.har may not be read by this user.");
    }

    @Test
    void readsUtf8WithAMarkAndRefusesUtf16() throws IOException {
        assertThat(judged("mark.har", "\uFEFF" + har()).pair(CREATE_361).judged())
                .isEqualTo(2);

        var file = directory.resolve("wide.har");
        Files.write(file, ("\uFEFF" + har()).getBytes(StandardCharsets.UTF_16LE));
        assertThat(traffic.judge(List.of(file)).run().incomplete())
                .containsExactly("wide.har is written in UTF-16: save it as UTF-8.");
    }

    @Test
    void unpacksAFileThatIsPackedWithGzip() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(har().getBytes(StandardCharsets.UTF_8));
        }
        var file = directory.resolve("shop.har.gz");
        Files.write(file, packed.toByteArray());
        assertThat(traffic.judge(List.of(file)).pair(CREATE_361).judged()).isEqualTo(2);

        Files.write(file, java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 30));
        assertThat(traffic.judge(List.of(file)).run().incomplete()).isNotEmpty();
    }

    @Test
    void saysWhichEntriesAreBrokenAndJudgesTheOthers() throws IOException {
        var deep = "[".repeat(150) + "]".repeat(150);
        var outcome = judged(
                "odd.har",
                har().replaceFirst(
                                "\\[\\{\"started",
                                "[7,{\"request\":{}},{\"time\":1,\"time\":2},{\"x\":" + deep
                                        + "},{\"x\":tru},{\"started"));

        assertThat(outcome.pair(CREATE_361).judged()).isEqualTo(2);
        assertThat(outcome.run().incomplete())
                .containsExactly(
                        "odd.har, entry 1 is no JSON object, and was not judged.",
                        "odd.har, entry 2 has no request with a url, and was not judged.",
                        "odd.har, entry 3 has a key twice in one object, and was not judged.",
                        "odd.har, entry 4 is nested deeper than 100 levels, or has a number of thousands of digits, and was not judged.",
                        "odd.har, entry 5 is no valid JSON, and was not judged.");
    }

    @Test
    void tellsOnlyOfTheFirstOfManyBrokenEntries() throws IOException {
        var outcome = judged("odd.har", har().replaceFirst("\\[\\{\"started", "[" + "7,".repeat(9) + "{\"started"));

        assertThat(outcome.run().incomplete())
                .hasSize(6)
                .last()
                .isEqualTo("odd.har has 4 more pieces that cannot be read.");
    }

    @Test
    void passesOverAnEntryThatIsTooLarge() throws IOException {
        var large = new HarFile()
                .call("/entity.find", USER, 200, "{\"stat\":\"ok\",\"x\":\"" + "y".repeat(17_000_000) + "\"}")
                .call("/entity.create", USER, 200, TAKEN);

        var outcome = traffic.judge(large);

        assertThat(outcome.pair(CREATE_361).judged()).isEqualTo(1);
        assertThat(outcome.run().incomplete())
                .containsExactly("shop.har, entry 1 is larger than 16 MiB, the most that is read, and was not judged.");
    }

    @Test
    void saysWhichLineIsBrokenAndJudgesTheOthers() throws IOException {
        var line =
                "{\"at\":\"2026-11-01T10:00:0%dZ\",\"request\":{\"method\":\"POST\",\"url\":\"https://h/entity.create\",\"body\":\"type_name=user&attributes={}\"},"
                        + "\"response\":{\"status\":200,\"headers\":{\"Content-Type\":\"application/json\",\"Cache-Control\":[\"no-store\"]},\"body\":%s}}";
        var outcome = judged(
                "gateway.ndjson",
                line.formatted(1, HarFile.JSON.writeValueAsString(TAKEN)) + "\n\n{\"request\":{\"method\"\n"
                        + line.formatted(2, HarFile.JSON.writeValueAsString(TAKEN.replace("abc", "bbc"))) + "\r\n"
                        + "{\"request\":{\"method\":\"GET\"}}\n"
                        + "{\"format\":\"regcontract/traffic/9\",\"request\":{\"method\":\"GET\",\"url\":\"https://h/entity\"}}\n"
                        + "{\"request\":{\"method\":\"GET\",\"url\":\"https://h/entity\"},\"response\":{\"status\":\"200\"}}\n"
                        + "{\"request\":{\"method\":\"GET\",\"url\":\"https://h/entity\",\"body\":{}}}\n"
                        + line.formatted(3, HarFile.JSON.writeValueAsString(TAKEN.replace("abc", "cbc"))));

        assertThat(outcome.pair(CREATE_361).judged()).isEqualTo(3);
        assertThat(outcome.failures(CREATE_361)).isEmpty();
        assertThat(outcome.run().incomplete())
                .containsExactly(
                        "gateway.ndjson, line 3 is no valid JSON, and was not judged.",
                        "gateway.ndjson, line 5 has no request with method and url, and was not judged.",
                        "gateway.ndjson, line 6 is of another format than regcontract/traffic/1, and was not judged.",
                        "gateway.ndjson, line 7 has a response without a status from 100 to 999, and was not judged.",
                        "gateway.ndjson, line 8 has a body that is no text, and was not judged.");
    }

    @Test
    void leavesAHarOfAnotherApiAlone() throws IOException {
        var outcome = traffic.judge(
                new HarFile().call("/v1/orders", USER, 400, "{}").call("/entity.create", USER, 200, TAKEN),
                "--host",
                "*.example.org");

        assertThat(outcome.summary().foreign()).isEqualTo(2);
        assertThat(outcome.summary().judged()).isZero();
        assertThat(outcome.summary().pairs()).isEmpty();
        outcome.lines();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--host      | https://acme | --host 'https://acme' names a host, such as *.janraincapture.com, and no address with slashes.",
                "--host      | a b          | --host 'a b' is no host: write one such as *.janraincapture.com or localhost:8080.",
                "--host      | \"\"           | --host '' is no host: write one such as *.janraincapture.com or localhost:8080.",
                "--base-path | capture      | --base-path 'capture' is no path: write what stands between the host and the operation, as /capture.",
                "--dialect   | spoken       | --dialect 'spoken' is not known. Choose one of: documented, observed."
            },
            quoteCharacter = '"')
    void saysWhatIsWrongWithAnOption(String option, String value, String why) throws IOException {
        var file = List.of(traffic.file("shop.har", har()));

        assertThatThrownBy(() -> traffic.judge(file, option, value))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(why);
    }

    @Test
    void saysThatBodiesWereNotRecordedOrNotAsAWhole() throws IOException {
        assertThat(unjudged(content(content -> content.remove("text"))))
                .isEqualTo("the body of the answer was not recorded, or not all of it");
        assertThat(unjudged(content(content -> content.put("text", TAKEN.substring(0, 30)))))
                .isEqualTo("the body of the answer was not recorded, or not all of it");
        assertThat(unjudged(entry -> {
                    content(content -> content.put("size", 0).remove("text")).accept(entry);
                    HarFile.header(
                            (tools.jackson.databind.node.ArrayNode) entry.at("/response/headers"),
                            "content-length",
                            "177");
                }))
                .as("Chromium names a size of 0 where it has thrown the body away")
                .isEqualTo("the body of the answer was not recorded, or not all of it");
        assertThat(unjudged(content(
                        content -> content.put("text", "!!!no base64!!!").put("encoding", "base64"))))
                .isEqualTo("the body of the answer cannot be decoded");
        assertThat(unjudged(entry -> entry.remove("response"))).isEqualTo("no answer was recorded");
        assertThat(unjudged(entry -> ((ObjectNode) entry.path("response")).put("status", 0)))
                .isEqualTo("no answer was recorded");
        assertThat(unjudged(entry -> ((ObjectNode) entry.path("request")).put("method", "P OST")))
                .isEqualTo("the request has no method of HTTP");
    }

    @Test
    void judgesABodyThatIsWholeWhateverSizeIsNamedBesideIt() throws IOException {
        for (var size : List.of(0, -1, 7, 9_000)) {
            var outcome = traffic.judge(new HarFile()
                    .call("/entity.create", USER, 200, TAKEN, content(content -> content.put("size", size))));
            assertThat(outcome.failures(CREATE_361)).as("size " + size).isEmpty();
        }
    }

    private static Consumer<ObjectNode> content(Consumer<ObjectNode> change) {
        return entry -> change.accept((ObjectNode) entry.at("/response/content"));
    }

    private String unjudged(Consumer<ObjectNode> otherwise) throws IOException {
        var outcome = traffic.judge(new HarFile().call("/entity.create", USER, 200, TAKEN, otherwise));
        assertThat(outcome.summary().judged()).isZero();
        return outcome.summary().unjudged().get(0).reason();
    }
}
