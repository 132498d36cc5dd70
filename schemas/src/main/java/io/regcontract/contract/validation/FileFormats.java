package io.regcontract.contract.validation;

import io.regcontract.contract.loading.ContractDataException;
import io.regcontract.contract.loading.Lazy;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The formats of the files that users write and read: those of {@code contract/formats}. */
public final class FileFormats {

    private static final Lazy<FormatSchemas> FORMATS = new Lazy<>(() -> new FormatSchemas("formats"));

    private FileFormats() {}

    /**
     * Checks a document against a format.
     *
     * @param name of the format; its schema is {@code contract/formats/NAME.schema.json}
     * @throws IllegalArgumentException when there is no format of this name
     * @throws ContractDataException when the schemas of the formats cannot be read
     */
    public static List<SchemaFinding> validate(String name, JsonNode document) {
        return FORMATS.get().validate(name, document);
    }
}
