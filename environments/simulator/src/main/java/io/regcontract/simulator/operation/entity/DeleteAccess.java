package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.SelectedRecord;

/** Deletes every grant on a record: its tokens are worth nothing from now on. */
final class DeleteAccess extends DeclaredOperation {

    DeleteAccess() {
        super(writing("/entity.deleteAccess", FeatureGroup.ENTITY)
                .takes(Parameter.required("type_name"))
                .takesSelector()
                .forFeatures(Feature.OWNER, Feature.ACCESS_ISSUER, Feature.DIRECT_ACCESS, Feature.LOGIN_CLIENT));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        call.application().tokens().deleteGrants(SelectedRecord.of(call).key());
        return OperationResult.ok();
    }
}
