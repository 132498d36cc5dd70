package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.schema.PasswordSettings;

/** Says how many passwords of a record may not be taken again. */
final class SetPasswordSettings extends DeclaredOperation {

    SetPasswordSettings() {
        super(writing("/entityType.setPasswordSettings", FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("settings").jsonObject())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.entityType();
        var size = PasswordSettings.historySize(call.arguments().json("settings"));
        call.application().entityTypes().change(type.withHistorySize(size));
        return OperationResult.ok();
    }
}
