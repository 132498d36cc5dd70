package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.schema.AttributeDefinitions;
import io.regcontract.simulator.schema.EntityType;
import java.util.regex.Pattern;

/** Adds an entity type to the application. 232 when the name is taken. */
final class CreateEntityType extends DeclaredOperation {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,127}");

    CreateEntityType() {
        super(writing("/entityType.create", FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("attr_defs").jsonArray())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var name = call.arguments().text("type_name");
        if (!NAME.matcher(name).matches()) {
            throw ArgumentRules.invalid("type_name", "not a valid name of an entity type");
        }
        var type = EntityType.of(
                name,
                new AttributeDefinitions("attr_defs").list(call.arguments().json("attr_defs")));
        if (!call.application().entityTypes().addIfAbsent(type)) {
            throw SimulatedErrorCode.ENTITY_TYPE_EXISTS
                    .because("entity type already exists: " + name)
                    .with("type_name", name);
        }
        return OperationResult.of("schema", AttributeDefinitions.schema(type, true));
    }
}
