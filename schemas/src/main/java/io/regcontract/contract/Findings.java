package io.regcontract.contract;

import com.networknt.schema.Error;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Turns what the validator found into words of our own: they stay the same when the validator or the locale changes. */
final class Findings {

    private Findings() {}

    static List<SchemaFinding> of(List<Error> errors, JsonNode document) {
        return errors.stream()
                .map(error -> new SchemaFinding(
                        error.getInstanceLocation().toString(),
                        error.getKeyword(),
                        String.valueOf(error.getSchemaNode()),
                        String.valueOf(error.getInstanceNode()),
                        error.getMessage()))
                .toList();
    }
}
