package io.regcontract.check;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.DocumentedError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proposes a schema for what an answer contained and the contract does not know. The service is not trusted: names that
 * break our naming rules are ignored, and the number of fields is limited.
 */
final class SchemaProposer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NAME = Pattern.compile("[a-z]+(_[a-z]+){0,9}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_NAME = 80;

    private SchemaProposer() {}

    /** For a code that is not documented: a file of its own. */
    static Optional<SchemaProposal> ofCode(CheckInput input, JsonNode error) {
        var contract = input.expectation().contract();
        if (!error.path("code").isInt()) {
            return Optional.empty();
        }
        int code = error.path("code").intValue();
        if (code < 100 || code > 999 || contract.find(code).isPresent()) {
            return Optional.empty();
        }
        var name = name(error).orElse("undocumented_error");
        var schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "https://regcontract.dev/contract/errors/" + code)
                .put("title", name)
                .put("description", "To be described: seen in an answer of " + operation(input) + ".")
                .put("$ref", "../envelope");
        var properties = schema.putObject("properties");
        properties.putObject("code").put("const", code);
        properties.putObject("error").put("const", name);
        var carried = carried(contract, error);
        carried.forEach(field -> properties.set(field, field(input, error.path(field))));
        var known = schema.putObject("x-contract");
        known.put("category", category(code));
        ranges(code).forEach(known.putArray("ranges")::add);
        known.put(
                "condition",
                "To be found: seen where " + input.expectation().error().code().code() + " was expected of "
                        + operation(input) + ".");
        known.put("section", "registration-error-codes#" + code);
        if (code % 10 != 0 || code % 100 != 0) {
            known.put("catchAll", code % 10 != 0 ? code - code % 10 : code - code % 100);
        }
        if (!carried.isEmpty()) {
            carried.forEach(known.putArray("carries")::add);
        }
        known.putArray("errata");
        return Optional.of(new SchemaProposal("errors/" + code + "-" + name + ".schema.json", "", written(schema)));
    }

    /** For a name that no documented error has, under a documented code: what the name of that code may be. */
    static Optional<SchemaProposal> ofName(CheckInput input, JsonNode error) {
        var contract = input.expectation().contract();
        return documented(contract, error).flatMap(known -> name(error)
                .filter(name -> contract.errors().stream()
                        .noneMatch(other -> other.name().equals(name)))
                .map(name -> {
                    var either = JSON.createObjectNode();
                    either.putArray("enum").add(known.name()).add(name);
                    return new SchemaProposal(file(known), "/properties/error", written(either));
                }));
    }

    /** For fields that the contract does not know, in an answer with a documented code. */
    static Optional<SchemaProposal> ofFields(CheckInput input, JsonNode error, Collection<String> unknown) {
        var properties = JSON.createObjectNode();
        unknown.stream()
                .filter(name -> FIELD.matcher(name).matches())
                .limit(MOST_FIELDS)
                .forEach(name -> properties.set(name, field(input, error.path(name))));
        return properties.isEmpty()
                ? Optional.empty()
                : documented(input.expectation().contract(), error)
                        .map(known -> new SchemaProposal(file(known), "/properties", written(properties)));
    }

    private static Optional<DocumentedError> documented(Contract contract, JsonNode error) {
        return error.path("code").isInt() ? contract.find(error.path("code").intValue()) : Optional.empty();
    }

    private static String file(DocumentedError known) {
        return "errors/" + known.code().code() + "-" + known.name() + ".schema.json";
    }

    private static Optional<String> name(JsonNode error) {
        return Optional.of(error.path("error").asString(""))
                .filter(name ->
                        name.length() <= LONGEST_NAME && NAME.matcher(name).matches());
    }

    /** The fields beside those of the envelope. */
    private static List<String> carried(Contract contract, JsonNode error) {
        var fields = new TreeSet<>(error.propertyNames());
        contract.envelopeFields().forEach(fields::remove);
        fields.removeIf(name -> !FIELD.matcher(name).matches());
        return fields.stream().limit(MOST_FIELDS).toList();
    }

    private static ObjectNode field(CheckInput input, JsonNode value) {
        var schema = JSON.createObjectNode()
                .put("description", "To be described: seen in an answer of " + operation(input) + ".");
        if (!value.isNull()) {
            schema.put("type", type(value));
        }
        return schema;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case ARRAY -> "array";
            default -> "object";
        };
    }

    private static String operation(CheckInput input) {
        var path = input.expectation().operation();
        return path.isEmpty() ? "an operation" : path;
    }

    /** The group of a report, by the most specific range of the page. */
    private static String category(int code) {
        if (code < 200) {
            return "missing-argument";
        }
        if (code < 300) {
            return "invalid-argument";
        }
        if (code < 340) {
            return "record";
        }
        if (code < 360) {
            return "data-type";
        }
        if (code < 380) {
            return "constraint";
        }
        if (code < 400) {
            return "form";
        }
        return code < 500 ? "authentication-and-permission" : "unexpected";
    }

    /** The ranges of the page that a code lies in, widest first. */
    private static List<String> ranges(int code) {
        if (code < 200) {
            return List.of("100");
        }
        if (code >= 400) {
            return List.of(code < 500 ? "400-499" : "500+");
        }
        var ranges = new ArrayList<>(List.of("200-399"));
        if (code >= 300) {
            ranges.add("300-399");
        }
        if (code >= 340 && code < 370) {
            ranges.add("340-369");
        }
        if (code >= 340 && code < 360) {
            ranges.add("340-359");
        }
        if (code >= 360 && code < 380) {
            ranges.add("360-379");
        }
        return ranges;
    }

    private static String written(JsonNode schema) {
        return JSON.writeValueAsString(schema);
    }
}
