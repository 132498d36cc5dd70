package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributeDefinitions;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Changes the description or the constraints of an attribute. 361 when records already break a unique one. */
final class ChangeAttribute extends DeclaredOperation {

    private final String argument;
    private final Function<JsonNode, UnaryOperator<AttributeDefinition>> change;

    private ChangeAttribute(
            String path, Parameter parameter, Function<JsonNode, UnaryOperator<AttributeDefinition>> change) {
        super(writing(path, FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("attribute_name").path(),
                        parameter)
                .forFeatures(Feature.OWNER));
        this.argument = parameter.name();
        this.change = change;
    }

    static ChangeAttribute description() {
        return new ChangeAttribute(
                "/entityType.setAttributeDescription",
                Parameter.required("description").jsonText(),
                description -> definition -> definition.withDescription(description.stringValueOpt()));
    }

    static ChangeAttribute constraints() {
        return new ChangeAttribute(
                "/entityType.setAttributeConstraints",
                Parameter.required("constraints").jsonTexts(),
                names -> {
                    var constraints = new AttributeDefinitions("constraints").constraints(names);
                    return definition -> definition.withConstraints(constraints);
                });
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.entityType();
        var path = call.arguments().path("attribute_name").orElseThrow();
        var changed = change.apply(call.arguments().json(argument));
        return EntityTypeChange.in(call, type.changing(path, old -> old.map(changed)));
    }
}
