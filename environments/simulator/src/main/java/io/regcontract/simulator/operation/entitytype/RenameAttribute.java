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
import io.regcontract.simulator.schema.AttributePath;

/**
 * Gives an attribute another name; records keep its values. 233 when the name is taken, 234 for a reserved
 * attribute.
 */
final class RenameAttribute extends DeclaredOperation {

    RenameAttribute() {
        super(writing("/entityType.renameAttribute", FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("source_name").path(),
                        Parameter.required("target_name").path())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var book = call.records();
        var source = call.arguments().path("source_name").orElseThrow();
        var target = call.arguments().path("target_name").orElseThrow();
        if (!AttributeDefinitions.isName(target.last().name()) || !isBeside(source, target)) {
            throw ArgumentRules.invalid("target_name", "an attribute can only get another name in its place");
        }
        if (book.type().find(target).isPresent()) {
            throw SimulatedErrorCode.ATTRIBUTE_EXISTS
                    .because("attribute already exists: " + target)
                    .with("attribute_name", target.toString());
        }
        var name = target.last().name();
        var changed = book.type().changing(source, old -> old.map(definition -> definition.withName(name)));
        if (source.steps().size() == 1) {
            call.application().entityTypes().outside().makeRoom(book, name);
        }
        // The values first: where the storage refuses that, the type stays as it was.
        book.rename(source, name);
        return EntityTypeChange.in(call, changed);
    }

    /** A bare new name is one in the place of the old name. */
    private static boolean isBeside(AttributePath source, AttributePath target) {
        var parent = source.steps().subList(0, source.steps().size() - 1);
        return target.steps().subList(0, target.steps().size() - 1).equals(parent)
                || target.steps().size() == 1;
    }
}
