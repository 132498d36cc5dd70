package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.operation.SelectedRecord;

/** Gives a record, one of its values, or some of its attributes. 310 when it is not there. */
final class GetRecord extends DeclaredOperation {

    GetRecord() {
        super(reading("/entity", FeatureGroup.ENTITY)
                .takes(
                        Parameter.requiredWithoutToken("type_name"),
                        Parameter.optional("attribute_name").path(),
                        Parameter.optional("attributes").jsonTexts(),
                        Parameter.optional("password_attribute").path(),
                        Parameter.optional("password_value"))
                .takesSelector()
                .takesTimestamps()
                .together("password_attribute", "password_value")
                .conflicting("attribute_name", "attributes")
                .alsoWith(CredentialForm.ACCESS_TOKEN)
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS, Feature.DIRECT_READ_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var selection = SelectedRecord.of(call).checkTimestamps(call);
        PasswordCheck.perform(call, selection);
        var arguments = call.arguments();
        var records = PermittedRecords.of(call, selection.book());
        var record = records.shown(selection.record());
        return OperationResult.of(
                "result",
                arguments
                        .path("attribute_name")
                        .map(path -> Projection.at(records, record, path))
                        .orElseGet(() -> Projection.of(records, record, arguments.texts("attributes"))));
    }
}
