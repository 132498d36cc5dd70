package io.regcontract.report.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.FileFormats;
import io.regcontract.report.RecordBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The swift way takes nothing that the format does not, and reads the same as the slow way. */
class SwiftReaderTest {

    private static final RecordLocation PLACE = new RecordLocation("x.jsonl", 7);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @TempDir
    private Path records;

    @Test
    void takesTheUsualLineAndReadsWhatTheSlowWayReads() throws IOException {
        var line = line(usual().toString());

        var swift = new SwiftReader().read(line, PLACE);

        assertThat(swift).isPresent();
        assertThat(RecordLineParser.parse(line, PLACE))
                .isEqualTo(new RecordLineParser.ObservationLine(swift.orElseThrow()));
    }

    /** Every value of a line replaced, removed, repeated and joined by another, one at a time. */
    @Test
    void neverTakesWhatTheFormatRefuses() throws IOException {
        int taken = 0;
        int left = 0;
        for (var changed : mutants(usual())) {
            var line = line(changed.toString());
            var swift = new SwiftReader().read(line, PLACE);
            if (swift.isPresent()) {
                taken++;
                assertThat(FileFormats.validate("observation", changed))
                        .as(changed.toString())
                        .isEmpty();
                assertThat(RecordLineParser.parse(line, PLACE))
                        .isEqualTo(new RecordLineParser.ObservationLine(swift.get()));
            } else {
                left++;
            }
        }
        assertThat(taken).isGreaterThan(30);
        assertThat(left).isGreaterThan(300);
    }

    @Test
    void leavesWhatIsNotStrictJsonToTheSlowWay() throws IOException {
        var text = usual().toString();
        for (var wrong : List.of(
                text + "{}",
                text + " x",
                text.substring(0, text.length() - 1),
                text.replaceFirst("\"millis\"", "\"outcome\":\"observed\",\"millis\""),
                text.replaceFirst("\"observed\"", "observed"),
                "[" + text + "]")) {
            assertThat(new SwiftReader().read(line(wrong), PLACE)).as(wrong).isEmpty();
        }
    }

    private ObjectNode usual() throws IOException {
        new RecordBuilder()
                .of(361, RecordBuilder.failing("body.error", "unique_violation", "other"))
                .of(361, observation -> ((ObjectNode) observation.get("requirement"))
                        .put("reading", "R-one")
                        .putArray("errata")
                        .add("E-01")
                        .add("E-02"))
                .of(361, observation -> {
                    var requirement = (ObjectNode) observation.get("requirement");
                    requirement
                            .put("element", "/results/0")
                            .putArray("alsoHolding")
                            .add(360)
                            .add(363);
                    RecordBuilder.check(observation, "body.error")
                            .put("reason", "named otherwise")
                            .putArray("relaxedBy")
                            .add("E-01")
                            .add("R-one");
                    RecordBuilder.check(observation, "body.undocumented")
                            .put("weight", "should")
                            .putObject("proposal")
                            .put("file", "errors/361-unique_violation.schema.json")
                            .put("pointer", "/properties/more")
                            .put("schema", "{}");
                    observation
                            .putArray("earlierAttempts")
                            .addObject()
                            .put("at", "2026-11-22T13:45:00Z")
                            .put("outcome", "broken")
                            .put("reason", "put off with 510");
                })
                .of(361, observation -> {
                    var exchange = (ObjectNode) observation.get("exchanges").get(0);
                    ((ObjectNode) exchange.get("response"))
                            .put("truncated", false)
                            .withArray("/headers")
                            .addObject()
                            .put("name", "Date")
                            .put("value", "x");
                })
                .writeTo(records);
        var line =
                Files.readAllLines(records.resolve(RecordBuilder.RUN).resolve("observations-simulator-1of1.jsonl"))
                        .stream()
                        .filter(text -> text.contains("REG-361.") && text.contains("\"observation\""))
                        .findFirst()
                        .orElseThrow();
        return (ObjectNode) JsonMapper.shared().readTree(line);
    }

    private static List<JsonNode> mutants(ObjectNode original) {
        var mutants = new ArrayList<JsonNode>();
        for (var pointer : pointers(original, "")) {
            for (var value : List.<JsonNode>of(
                    JSON.nullNode(),
                    JSON.numberNode(-1),
                    JSON.numberNode(415.5),
                    JSON.numberNode(99999999999L),
                    JSON.stringNode(""),
                    JSON.stringNode("Something Else\n"),
                    JSON.booleanNode(true),
                    JSON.arrayNode(),
                    JSON.objectNode())) {
                mutants.add(with(original, pointer, value));
            }
            var removed = original.deepCopy();
            var parent = removed.at(pointer.substring(0, pointer.lastIndexOf('/')));
            var name = pointer.substring(pointer.lastIndexOf('/') + 1);
            if (parent instanceof ObjectNode object) {
                object.remove(name);
                mutants.add(removed);
                var more = original.deepCopy();
                ((ObjectNode) more.at(pointer.substring(0, pointer.lastIndexOf('/')))).put("unknown", 1);
                mutants.add(more);
            } else if (parent instanceof ArrayNode array) {
                array.add(array.get(Integer.parseInt(name)).deepCopy());
                mutants.add(removed);
            }
        }
        return mutants;
    }

    private static JsonNode with(ObjectNode original, String pointer, JsonNode value) {
        var changed = original.deepCopy();
        var parent = changed.at(pointer.substring(0, pointer.lastIndexOf('/')));
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), value);
        }
        return changed;
    }

    private static List<String> pointers(JsonNode node, String pointer) {
        var pointers = new ArrayList<String>();
        if (!pointer.isEmpty()) {
            pointers.add(pointer);
        }
        node.properties().forEach(entry -> pointers.addAll(pointers(entry.getValue(), pointer + "/" + entry.getKey())));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            pointers.addAll(pointers(node.get(index), pointer + "/" + index));
        }
        return pointers;
    }

    private static BoundedLineReader.Line line(String text) {
        return new BoundedLineReader.Line(text.getBytes(StandardCharsets.UTF_8), 11, 7);
    }
}
