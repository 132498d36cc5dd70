package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Deletes a client with all that was issued to it. 200 when there is none of that id, or it is the caller. */
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
        if (client.id().equals(call.client().id())) {
            throw ArgumentRules.invalid("client_id_for_deletion", "an owner client cannot delete itself");
        }
        call.application().settings().forget(client.id());
        call.application().accessSchemas().forget(client);
        call.application().tokens().deleteAllOf(client.id());
        call.application().clients().delete(client);
        return Answer.ok();
    }
}
