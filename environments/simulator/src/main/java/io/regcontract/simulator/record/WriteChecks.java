package io.regcontract.simulator.record;

import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.Constraint;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.UnknownAttributeError;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Refuses attributes that cannot be written, whatever their values are. */
final class WriteChecks {

    private WriteChecks() {}

    /** The attributes as an object. 341 when they are none, 320 for an id in a new record, 234 for a reserved name. */
    static ObjectNode checkedRoot(EntityType type, JsonNode attributes, boolean isNew) {
        if (!attributes.isObject()) {
            throw SimulatedErrorCode.INVALID_JSON_TYPE.because("the attributes of a record must be a JSON object");
        }
        if (isNew && attributes.has("id")) {
            throw SimulatedErrorCode.ID_IN_NEW_RECORD
                    .because("a new record of type " + type.name() + " cannot bring its own id")
                    .about("/id");
        }
        attributes.propertyNames().forEach(WriteChecks::refuseReserved);
        return (ObjectNode) attributes;
    }

    /** Refuses a reserved name with 234. */
    static void refuseReserved(String name) {
        if (EntityType.isReserved(name)) {
            throw SimulatedErrorCode.RESERVED_ATTRIBUTE
                    .because("attribute is reserved and cannot be written: /" + name)
                    .with("attribute_name", "/" + name);
        }
    }

    /** Refuses members that no attribute is defined for with 223. */
    static void refuseUnknown(List<AttributeDefinition> definitions, ObjectNode input, String parent) {
        for (var name : input.propertyNames()) {
            if (definitions.stream().noneMatch(definition -> definition.name().equals(name))) {
                throw UnknownAttributeError.at(parent + "/" + name);
            }
        }
    }

    /** Refuses an empty value of a required attribute with 362. */
    static void refuseIfRequired(AttributeDefinition definition, String path) {
        if (definition.has(Constraint.REQUIRED)) {
            throw SimulatedErrorCode.MISSING_REQUIRED_ATTRIBUTE
                    .because("a value is required for " + path)
                    .with("attribute_name", path);
        }
    }
}
