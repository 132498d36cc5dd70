package io.regcontract.report.render.har;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.RecordBuilder.ATTEMPT;
import static io.regcontract.report.RecordBuilder.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.regcontract.report.RecordBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class HarFileTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Beyond ASCII, and half a character as an escape can smuggle it in. */
    private static final String ODD = "\u00fc\ud83d\ude00 \ud83d!";

    private static final String HALF = "HALF";

    @TempDir
    private Path root;

    @Test
    void hasEveryExchangeOfTheRunInTheOrderOfTheRecord() throws IOException {
        var har = written(new RecordBuilder());

        assertThat(har.path("log").path("creator").path("name").stringValue()).isEqualTo("regcontract");
        assertThat(har.path("log").path("creator").path("version").stringValue())
                .isEqualTo("0.1.0");
        assertThat(har.path("log").path("comment").stringValue())
                .isEqualTo("Run " + RUN + " in the environment simulator. Secrets were taken out when it was recorded:"
                        + " ${NAME} stands where one was.");
        assertThat(har.path("log").path("entries").valueStream())
                .hasSize(2 * ALL_CODES)
                .extracting(entry -> entry.path("comment").stringValue())
                .startsWith("REG-100.some-operation.some-case, drive", "REG-100.some-operation.some-case, twin");
    }

    @Test
    void showsRequestAndAnswerAsAViewerWantsThem() throws IOException {
        var entry = entry(exchange -> {
            var request = (ObjectNode) exchange.get("request");
            request.put("url", "http://127.0.0.1:4711/entity.find?type_name=user&filter=a%20%3D%201&&bare");
            request.put("body", "client_id=abc&client_secret=${CLIENT_SECRET}&value=%C3%BC+x&broken=%zz");
            request.withArray("headers").addObject().put("name", "X-A").put("value", "1");
            exchange.put("at", "2026-11-22T13:45:01.123456789Z");
            var response = (ObjectNode) exchange.get("response");
            response.put("body", "{\"a\":\"" + ODD.replace("\ud83d!", HALF + "!") + "\"}");
            response.withArray("headers")
                    .addObject()
                    .put("name", "content-type")
                    .put("value", "application/json; charset=utf-8");
            response.withArray("headers").addObject().put("name", "location").put("value", "https://other.example/");
        });

        assertThat(entry.path("startedDateTime").stringValue()).isEqualTo("2026-11-22T13:45:01.123Z");
        assertThat(entry.path("time").doubleValue()).isEqualTo(3.2);
        assertThat(entry.path("timings").toString()).isEqualTo("{\"send\":0,\"wait\":3.2,\"receive\":0}");
        var request = entry.path("request");
        assertThat(request.path("queryString").toString())
                .isEqualTo("[{\"name\":\"type_name\",\"value\":\"user\"},{\"name\":\"filter\",\"value\":\"a = 1\"},"
                        + "{\"name\":\"bare\",\"value\":\"\"}]");
        assertThat(request.path("headers").toString()).isEqualTo("[{\"name\":\"X-A\",\"value\":\"1\"}]");
        assertThat(request.path("postData").toString())
                .isEqualTo("{\"mimeType\":\"application/x-www-form-urlencoded\",\"params\":["
                        + "{\"name\":\"client_id\",\"value\":\"abc\"},"
                        + "{\"name\":\"client_secret\",\"value\":\"${CLIENT_SECRET}\"},"
                        + "{\"name\":\"value\",\"value\":\"\u00fc x\"},{\"name\":\"broken\",\"value\":\"%zz\"}],"
                        + "\"text\":\"client_id=abc&client_secret=${CLIENT_SECRET}&value=%C3%BC+x&broken=%zz\"}");
        var response = entry.path("response");
        assertThat(response.path("status").intValue()).isEqualTo(200);
        assertThat(response.path("redirectURL").stringValue()).isEqualTo("https://other.example/");
        assertThat(response.path("content").path("mimeType").stringValue())
                .isEqualTo("application/json; charset=utf-8");
        assertThat(response.path("content").path("text").stringValue()).isEqualTo("{\"a\":\"" + ODD + "\"}");
        assertThat(response.path("content").path("size").intValue()).isEqualTo(17);
        assertThat(response.path("content").has("comment")).isFalse();
    }

    /** A size that is larger than the text says to any reader that the text is not all. */
    @Test
    void marksABodyThatTheRecordCutOff() throws IOException {
        var entry = entry(exchange -> ((ObjectNode) exchange.get("response"))
                .put("body", "0123456789")
                .put("truncated", true)
                .put("size", 70_000));

        var content = entry.path("response").path("content");
        assertThat(content.path("text").stringValue()).isEqualTo("0123456789");
        assertThat(content.path("size").intValue()).isEqualTo(70_000);
        assertThat(content.path("comment").stringValue())
                .isEqualTo("Cut off when it was recorded: the first 10 bytes of 70000.");
    }

    @Test
    void marksACutOffBodyAlsoWhereTheRecordDoesNotSayHowLongItWas() throws IOException {
        var content = entry(exchange -> ((ObjectNode) exchange.get("response"))
                        .put("body", "0123456789")
                        .put("truncated", true))
                .path("response")
                .path("content");

        assertThat(content.path("size").intValue()).isEqualTo(11);
        assertThat(content.path("comment").stringValue())
                .isEqualTo("Cut off when it was recorded: the first 10 bytes of more.");
    }

    @Test
    void hasStatusZeroWhereNoResponseCame() throws IOException {
        var entry = entry(exchange -> {
            exchange.remove("response");
            exchange.put("failure", "the connection was lost");
        });

        assertThat(entry.path("response").path("status").intValue()).isZero();
        assertThat(entry.path("response").path("comment").stringValue())
                .isEqualTo("There was no response: the connection was lost");
    }

    @Test
    void isNotWrittenOfWhatAnotherAttemptHasBegun() throws IOException {
        new RecordBuilder().writeTo(root);
        var file = root.resolve("run.har");

        assertThat(HarFile.write(root.resolve(RUN), Optional.of("another"), file))
                .isEmpty();
        assertThat(HarFile.write(root.resolve("no-such-run"), Optional.empty(), file))
                .isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void leavesOutALineThatCannotBeReadAndGoesOn() throws IOException {
        new RecordBuilder()
                .text(text -> text.replaceFirst("\n", "\n{\"exchanges\":[{}]}\nnot JSON\n"))
                .writeTo(root);
        var file = root.resolve("run.har");

        assertThat(HarFile.write(root.resolve(RUN), Optional.of(ATTEMPT), file)).contains(2 * ALL_CODES);
        assertThat(wrong(JSON.readTree(Files.readString(file)))).isEmpty();
    }

    @Test
    void leavesWhatIsThereWhereItCannotBeWritten() throws IOException {
        new RecordBuilder().writeTo(root);
        var directory = Files.createDirectories(root.resolve("directory/with-a-file"));

        assertThatThrownBy(() -> HarFile.write(root.resolve(RUN), Optional.empty(), directory.getParent()))
                .isInstanceOf(IOException.class);
        assertThat(directory).exists();
    }

    /** The first exchange of a HAR whose record has a change. */
    private JsonNode entry(Consumer<ObjectNode> change) throws IOException {
        var har = written(new RecordBuilder()
                .of(
                        100,
                        observation -> change.accept(
                                (ObjectNode) observation.get("exchanges").get(0))));
        return har.path("log").path("entries").path(0);
    }

    private JsonNode written(RecordBuilder record) throws IOException {
        record.text(text -> text.replace(HALF, "\\ud83d")).writeTo(root);
        var file = root.resolve("below/run.har");
        assertThat(HarFile.write(root.resolve(RUN), Optional.of(ATTEMPT), file)).isPresent();
        var har = JSON.readTree(Files.readString(file));
        assertThat(wrong(har)).isEmpty();
        return har;
    }

    private static List<String> wrong(JsonNode har) throws IOException {
        try (var schema = HarFileTest.class.getResourceAsStream("har-1.2.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(schema))
                    .validate(har)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
