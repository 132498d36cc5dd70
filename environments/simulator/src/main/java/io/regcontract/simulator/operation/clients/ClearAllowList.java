package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.AllowList;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** Lets a client call from everywhere again. */
final class ClearAllowList implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.writing(
                    "/clients/clear_whitelist", FeatureGroup.CLIENTS)
            .takes(Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var client = call.targetClient();
        call.application().clients().change(client.withAllowList(AllowList.EVERYWHERE));
        return OperationResult.ok();
    }
}
