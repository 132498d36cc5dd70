package io.regcontract.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the data files into the records of this package. */
final class Catalogue {

    private static final String ERRORS = "errors";

    private Catalogue() {}

    /** The documented errors with the names of their schema files, by code. */
    static SortedMap<ErrorCode, Entry> errors(JsonNode envelope) {
        SortedMap<ErrorCode, Entry> entries = new TreeMap<>();
        for (String file : ContractFiles.in(ERRORS)) {
            Entry entry = entry(file, ContractFiles.object(file), envelope);
            Entry twice = entries.put(entry.error().code(), entry);
            if (twice != null) {
                throw new BrokenContractException("contract/" + file + ": code "
                        + entry.error().code().code() + " is also that of contract/" + twice.file());
            }
        }
        for (ErrorCode code : ErrorCode.values()) {
            if (!entries.containsKey(code)) {
                throw new BrokenContractException("contract/errors: no schema for code " + code.code());
            }
        }
        return entries;
    }

    /** An error and the schema file it was read from. */
    record Entry(DocumentedError error, String file, ObjectNode schema) {}

    private static Entry entry(String file, ObjectNode schema, JsonNode envelope) {
        String where = "contract/" + file;
        DataReader top = new DataReader(where, schema);
        DataReader contract = new DataReader(where + " x-contract", schema.path("x-contract"));
        JsonNode properties = schema.path("properties");
        int code = new DataReader(where + " properties/code", properties.path("code")).integer("const");
        DocumentedError error = new DocumentedError(
                ErrorCode.of(code)
                        .orElseThrow(() ->
                                new BrokenContractException(where + ": code " + code + " has no constant in ErrorCode")),
                new DataReader(where + " properties/error", properties.path("error")).text("const"),
                top.text("title"),
                top.text("description"),
                contract.text("category"),
                contract.text("condition"),
                contract.text("section"),
                contract.texts("errata"),
                extraFields(where, properties, envelope.path("properties")));
        return new Entry(error, file, schema);
    }

    private static Map<String, String> extraFields(String where, JsonNode properties, JsonNode ofEnvelope) {
        Map<String, String> extras = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            if (!ofEnvelope.has(property.getKey())) {
                DataReader reader = new DataReader(where + " properties/" + property.getKey(), property.getValue());
                extras.put(property.getKey(), reader.text("description"));
            }
        }
        return extras;
    }

    static List<Erratum> errata() {
        return list("errata.yaml", "errata", "id").stream()
                .map(each -> new Erratum(
                        each.text("id"),
                        each.text("title"),
                        each.constant("kind", Erratum.Kind.class),
                        each.integers("codes"),
                        each.texts("operations"),
                        each.text("documented"),
                        each.text("observed"),
                        each.texts("evidence"),
                        each.texts("readings"),
                        each.objects("effects").stream().map(Catalogue::effect).toList()))
                .toList();
    }

    private static Effect effect(DataReader each) {
        String check = each.text("check");
        List<Integer> codes = each.integers("codes");
        List<String> operations = each.texts("operations");
        String pointer = each.text("pointer", "");
        return each.node().has("field")
                ? new Effect.OtherField(check, codes, operations, pointer, each.text("field"))
                : new Effect.OtherValue(check, codes, operations, pointer, each.texts("accept"));
    }

    static List<Reading> readings() {
        return list("readings.yaml", "readings", "id").stream()
                .map(each -> new Reading(
                        each.text("id"),
                        each.text("between"),
                        each.text("rule"),
                        each.integers("codes"),
                        each.objects("alternatives").stream()
                                .map(alternative -> new Reading.Alternative(
                                        alternative.integer("code"),
                                        alternative.integers("accept"),
                                        alternative.texts("operations"),
                                        alternative.text("when")))
                                .toList(),
                        each.text("source"),
                        each.constant("sure", Reading.Confidence.class)))
                .toList();
    }

    static Operations operations() {
        return new Operations(list("operations.yaml", "operations", "path").stream()
                .map(each -> new Operation(
                        each.text("path"),
                        each.texts("methods"),
                        each.text("group"),
                        each.text("api"),
                        each.objects("parameters").stream()
                                .map(Catalogue::parameter)
                                .toList(),
                        Set.copyOf(each.constants("credentials", Operation.Credential.class)),
                        Set.copyOf(each.constants("features", Operation.Feature.class)),
                        each.constant("allowList", Operation.AllowList.class),
                        each.objects("errors").stream()
                                .map(error -> new Operation.KnownError(
                                        error.integer("code"),
                                        error.constant("evidence", Operation.ErrorEvidence.class),
                                        error.text("condition", "")))
                                .toList(),
                        each.texts("source"),
                        each.constant("evidence", Operation.Evidence.class),
                        each.texts("notes")))
                .toList());
    }

    private static Operation.Parameter parameter(DataReader each) {
        return new Operation.Parameter(
                each.text("name"),
                each.text("type"),
                requirement(each),
                each.texts("conflicts"),
                each.text("note", ""));
    }

    private static Operation.Requirement requirement(DataReader each) {
        JsonNode required = each.node().path("required");
        if (required.isString()) {
            return switch (required.stringValue()) {
                case "always" -> new Operation.Requirement.Always();
                case "no" -> new Operation.Requirement.No();
                default -> throw each.broken("required", "always, no, or one of unless, with, oneOf");
            };
        }
        DataReader choice = new DataReader(each.where() + " required", required);
        return Optional.<Operation.Requirement>empty()
                .or(() -> required.has("unless")
                        ? Optional.of(new Operation.Requirement.Unless(choice.texts("unless")))
                        : Optional.empty())
                .or(() -> required.has("with")
                        ? Optional.of(new Operation.Requirement.With(choice.texts("with")))
                        : Optional.empty())
                .or(() -> required.has("oneOf")
                        ? Optional.of(new Operation.Requirement.OneOf(choice.text("oneOf")))
                        : Optional.empty())
                .orElseThrow(() -> each.broken("required", "always, no, or one of unless, with, oneOf"));
    }

    private static List<DataReader> list(String file, String key, String idKey) {
        return DataReader.each("contract/" + file, ContractFiles.yaml(file).path(key), idKey);
    }
}
