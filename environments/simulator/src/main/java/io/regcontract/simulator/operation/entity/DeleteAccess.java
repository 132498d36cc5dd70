package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.Selection;

/** Deletes every grant on a record: its tokens are worth nothing from now on. */
final class DeleteAccess implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/entity.deleteAccess", FeatureGroup.ENTITY)
            .takes(Parameter.required("type_name"))
            .takesSelector()
            .forFeatures(Feature.OWNER, Feature.ACCESS_ISSUER, Feature.DIRECT_ACCESS, Feature.LOGIN_CLIENT)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        call.application().tokens().deleteGrants(Selection.of(call).key());
        return Answer.ok();
    }
}
