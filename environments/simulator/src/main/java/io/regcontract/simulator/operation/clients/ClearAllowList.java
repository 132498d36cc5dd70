package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.application.AllowList;
import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Lets a client call from everywhere again. */
final class ClearAllowList implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/clients/clear_whitelist", FeatureGroup.CLIENTS)
            .takes(Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var client = ClientArguments.meant(call);
        call.application().clients().change(client.withAllowList(AllowList.EVERYWHERE));
        return Answer.ok();
    }
}
