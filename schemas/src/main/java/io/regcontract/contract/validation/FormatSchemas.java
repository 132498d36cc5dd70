package io.regcontract.contract.validation;

import io.regcontract.contract.loading.ContractFiles;
import io.regcontract.contract.loading.DataReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The schemas of a folder, by the first word of their file names; they may refer to each other by {@code $id}. */
public final class FormatSchemas {

    private static final String SUFFIX = ".schema.json";

    private final Map<String, String> idsByName = new TreeMap<>();
    private final SchemaSet schemas;

    public FormatSchemas(String folder) {
        Map<String, JsonNode> schemasById = new HashMap<>();
        for (String file : ContractFiles.in(folder)) {
            if (file.endsWith(SUFFIX)) {
                JsonNode schema = ContractFiles.json(file);
                String id = new DataReader("contract/" + file, schema).text("$id");
                idsByName.put(file.substring(folder.length() + 1, file.length() - SUFFIX.length()), id);
                schemasById.put(id, schema);
            }
        }
        schemas = new SchemaSet(schemasById);
    }

    public List<SchemaFinding> validate(String name, JsonNode document) {
        String id = idsByName.get(name);
        if (id == null) {
            throw new IllegalArgumentException(
                    "there is no format named " + name + "; known are " + String.join(", ", idsByName.keySet()));
        }
        return schemas.validate(id, document);
    }
}
