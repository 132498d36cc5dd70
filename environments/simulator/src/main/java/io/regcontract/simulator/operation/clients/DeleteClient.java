package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Deletes a client. 200 when there is none of that id. */
final class DeleteClient implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/clients/delete", FeatureGroup.CLIENTS)
            .takes(Parameter.required("client_id_for_deletion"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var client = ClientArguments.named(call, "client_id_for_deletion");
        call.application().settings().forget(client.id());
        call.application().clients().delete(client);
        return Answer.ok();
    }
}
