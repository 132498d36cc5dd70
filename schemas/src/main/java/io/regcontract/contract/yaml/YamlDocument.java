package io.regcontract.contract.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML file as JSON that still knows where each value stands. Values are composed, not constructed: no tag can make
 * an object, and the parser's snippets of the source, which could hold a secret, go nowhere.
 */
public final class YamlDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private final String file;
    private final Map<String, Mark> keyMarks = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Node> collections = Collections.newSetFromMap(new IdentityHashMap<>());
    private final JsonNode json;

    private YamlDocument(String file, Optional<Node> root) {
        this.file = file;
        this.json = root.map(node -> convert(node, "")).orElseGet(JSON::objectNode);
    }

    /**
     * Reads a file's text.
     *
     * @param file how the file is named in problems
     * @throws YamlException when it is not YAML, or YAML beyond plain keys and values
     */
    public static YamlDocument parse(String file, String text) {
        YamlDocument document;
        try {
            document = new YamlDocument(file, new Compose(LoadSettings.builder().build()).composeString(text));
        } catch (MarkedYamlEngineException notYaml) {
            var mark = notYaml.getProblemMark();
            throw new YamlException(List.of(new Problem(
                    file,
                    mark.map(Mark::getLine).orElse(-1) + 1,
                    mark.map(Mark::getColumn).orElse(-1) + 1,
                    "",
                    "this is not YAML: " + notYaml.getProblem(),
                    "Correct the file here or in the line above.")));
        } catch (YamlEngineException notYaml) {
            throw new YamlException(
                    List.of(Problem.ofFile(file, "this is not YAML", "Write one plain YAML document in UTF-8.")));
        }
        if (!document.problems.isEmpty()) {
            throw new YamlException(document.problems);
        }
        return document;
    }

    /** The file as JSON. */
    public JsonNode json() {
        return json;
    }

    /** The text at a JSON pointer, when there is one. */
    public Optional<String> text(String pointer) {
        var value = json.at(pointer);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /**
     * Everything in which the file breaks a format, in the order of the file.
     *
     * @param format name of the format, see {@link io.regcontract.contract.validation.FileFormats}
     */
    public List<Problem> problems(String format) {
        return FormatValidator.problems(this, format).stream()
                .sorted(Problem.IN_ORDER_OF_THE_FILE)
                .toList();
    }

    /** File and line of what stands at a JSON pointer. */
    public String place(String pointer) {
        return file + ":" + problem(pointer, "", "").line();
    }

    /** A problem with what stands at a JSON pointer, or with what is missing there. */
    public Problem problem(String pointer, String what, String remedy) {
        var present = pointer;
        while (!present.isEmpty() && !keyMarks.containsKey(present)) {
            present = parent(present);
        }
        var mark = Optional.ofNullable(keyMarks.get(present));
        return new Problem(
                file,
                mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1,
                key(pointer),
                what,
                remedy);
    }

    private JsonNode convert(Node node, String pointer) {
        node.getStartMark().ifPresent(mark -> keyMarks.putIfAbsent(pointer, mark));
        if (!PLAIN.contains(node.getTag())) {
            problems.add(problem(pointer, "a tag is not understood here", "Write the plain value, without a tag."));
            return JSON.nullNode();
        }
        if (!(node instanceof ScalarNode) && !collections.add(node)) {
            problems.add(problem(pointer, "an alias is not understood here", "Write the keys and values out."));
            return JSON.nullNode();
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer);
        }
        if (node instanceof SequenceNode sequence) {
            return array(sequence, pointer);
        }
        return node instanceof ScalarNode scalar ? scalar(scalar) : JSON.nullNode();
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        var object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.add(problem(pointer, "a key is not a plain word", "Write a plain key."));
                continue;
            }
            var child = child(pointer, key.getValue());
            if (object.has(key.getValue())) {
                var first = keyMarks.get(child);
                key.getStartMark().ifPresent(mark -> keyMarks.put(child, mark));
                problems.add(problem(
                        child,
                        "this key stands here a second time"
                                + (first == null ? "" : ", first in line " + (first.getLine() + 1)),
                        "Remove one of the two."));
                continue;
            }
            key.getStartMark().ifPresent(mark -> keyMarks.put(child, mark));
            object.set(key.getValue(), convert(entry.getValueNode(), child));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String pointer) {
        var array = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(convert(item, pointer + "/" + array.size()));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        var text = scalar.getValue();
        try {
            if (scalar.getTag().equals(Tag.INT)) {
                return JSON.numberNode(new BigInteger(text));
            }
            if (scalar.getTag().equals(Tag.FLOAT)) {
                return JSON.numberNode(new BigDecimal(text));
            }
        } catch (NumberFormatException infinite) {
            return JSON.stringNode(text);
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        return scalar.getTag().equals(Tag.NULL) ? JSON.nullNode() : JSON.stringNode(text);
    }

    /** The dotted form of a JSON pointer: {@code /accepted-errata/0/id} is {@code accepted-errata[0].id}. */
    private static String key(String pointer) {
        var key = new StringBuilder();
        for (var part : pointer.split("/", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            if (part.chars().allMatch(Character::isDigit)) {
                key.append('[').append(part).append(']');
            } else {
                key.append(key.isEmpty() ? "" : ".")
                        .append(part.replace("~1", "/").replace("~0", "~"));
            }
        }
        return key.toString();
    }

    /** The JSON pointer of a key. */
    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The last key of a pointer, as it stands in the file. */
    static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }
}
