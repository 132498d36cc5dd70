package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.schema.AttributeType;
import java.util.List;

/** Deletes a record, or one element of a plural. */
final class DeleteRecord extends DeclaredOperation {

    DeleteRecord() {
        super(writing("/entity.delete", FeatureGroup.ENTITY)
                .takes(
                        Parameter.requiredWithoutToken("type_name"),
                        Parameter.optional("attribute_name").path())
                .takesSelector()
                .takesTimestamps()
                .alsoWith(CredentialForm.ACCESS_TOKEN)
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var selection = SelectedRecord.of(call).checkTimestamps(call);
        var records = PermittedRecords.of(call, selection.book());
        var path = call.arguments().path("attribute_name");
        if (path.isEmpty()) {
            records.checkDeletable();
            RecordDeletion.perform(
                    call, selection.book(), List.of(selection.record().uuid()));
            return OperationResult.ok();
        }
        var definition = records.type().definition(path.get());
        if (definition.type() != AttributeType.PLURAL
                || path.get().last().element().isEmpty()) {
            throw ArgumentRules.invalid("attribute_name", "only an element of a plural can be deleted");
        }
        records.removeElement(selection.record(), path.get());
        return OperationResult.ok();
    }
}
