package io.regcontract.simulator.schema;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Something noted about attributes of a type. {@code unique} is kept to: no two records hold the same values of all its
 * attributes. Any other is kept and given back; what the real service does with it is not known.
 *
 * @param attributes paths, with a leading slash
 */
public record TypeProperty(
        String uuid,
        String property,
        List<String> attributes,
        Optional<String> description,
        Optional<JsonNode> definition) {

    /** A definition that is null in the state file is none. */
    public TypeProperty {
        definition = definition.filter(json -> !json.isNull());
    }

    /** The property of attributes that are unique together. */
    public static final String UNIQUE = "unique";

    /** Whether the property makes an attribute unique. */
    public boolean isUnique() {
        return property.equals(UNIQUE);
    }
}
