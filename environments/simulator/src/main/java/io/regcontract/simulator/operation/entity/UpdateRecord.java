package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Changes some attributes of a record, or the value at one path. */
final class UpdateRecord implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/entity.update", FeatureGroup.ENTITY)
            .takes(
                    Parameter.requiredWithoutToken("type_name"),
                    Parameter.optional("attributes").json(),
                    Parameter.optional("value").json(),
                    Parameter.optional("attribute_name").path(),
                    Parameter.optional("include_record").flag())
            .takesSelector()
            .takesTimestamps()
            .conflicting("attributes", "value")
            .alsoWith(CredentialForm.ACCESS_TOKEN)
            .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        return WriteRecord.perform(call, false);
    }
}
