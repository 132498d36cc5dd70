package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/** Deletes a client with all that was issued to it. 200 when there is none of that id, or it is the caller. */
final class DeleteClient extends DeclaredOperation {

    DeleteClient() {
        super(writing("/clients/delete", FeatureGroup.CLIENTS)
                .takes(Parameter.required("client_id_for_deletion"))
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var client = call.client("client_id_for_deletion");
        if (client.id().equals(call.client().id())) {
            throw ArgumentRules.invalid("client_id_for_deletion", "an owner client cannot delete itself");
        }
        call.application().settings().forget(client.id());
        call.application().accessSchemas().forget(client);
        call.application().tokens().deleteAllOf(client.id());
        call.application().clients().delete(client);
        return OperationResult.ok();
    }
}
