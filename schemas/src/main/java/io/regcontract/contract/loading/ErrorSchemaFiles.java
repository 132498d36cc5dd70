package io.regcontract.contract.loading;

import io.regcontract.contract.model.DocumentedError;
import io.regcontract.contract.model.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the schemas of the errors: the folder is the catalogue. */
public final class ErrorSchemaFiles {

    private static final String ERRORS = "errors";

    private ErrorSchemaFiles() {}

    /** The documented errors with the names of their schema files, by code. */
    public static SortedMap<ErrorCode, Entry> errors(JsonNode envelope) {
        SortedMap<ErrorCode, Entry> entries = new TreeMap<>();
        for (String file : ContractFiles.in(ERRORS)) {
            Entry entry = entry(file, ContractFiles.object(file), envelope);
            Entry twice = entries.put(entry.error().code(), entry);
            if (twice != null) {
                throw new ContractDataException("contract/" + file + ": code "
                        + entry.error().code().code() + " is also that of contract/" + twice.file());
            }
        }
        for (ErrorCode code : ErrorCode.values()) {
            if (!entries.containsKey(code)) {
                throw new ContractDataException("contract/errors: no schema for code " + code.code());
            }
        }
        return entries;
    }

    /** An error and the schema file it was read from. */
    public record Entry(DocumentedError error, String file, ObjectNode schema) {}

    private static Entry entry(String file, ObjectNode schema, JsonNode envelope) {
        String where = "contract/" + file;
        DataReader top = new DataReader(where, schema);
        DataReader contract = new DataReader(where + " x-contract", schema.path("x-contract"));
        JsonNode properties = schema.path("properties");
        int code = new DataReader(where + " properties/code", properties.path("code")).integer("const");
        DocumentedError error = new DocumentedError(
                ErrorCode.of(code)
                        .orElseThrow(() ->
                                new ContractDataException(where + ": code " + code + " has no constant in ErrorCode")),
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
}
