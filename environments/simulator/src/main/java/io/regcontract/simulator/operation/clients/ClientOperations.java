package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.AllowList;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;
import java.util.List;

/** The operations under /clients. */
public final class ClientOperations {

    private ClientOperations() {}

    /** All of them. */
    public static List<Operation> all() {
        return List.of(
                new AddClient(),
                Operation.of(
                        changing("/clients/clear_whitelist"),
                        call -> change(call, call.targetClient().withAllowList(AllowList.EVERYWHERE))),
                new DeleteClient(),
                new ListClients(),
                new ResetSecret(),
                new SetAllowList(),
                Operation.of(
                        changing("/clients/set_description", Parameter.required("description")),
                        call -> change(
                                call,
                                call.targetClient()
                                        .withDescription(call.arguments().text("description")))),
                new SetFeatures());
    }

    /** An operation by which an owner changes the client that {@code for_client_id} names, or itself. */
    static OperationDeclaration.Builder changing(String path, Parameter... more) {
        return OperationDeclaration.writing(path, FeatureGroup.CLIENTS)
                .takes(Parameter.optional("for_client_id"))
                .takes(more)
                .forFeatures(Feature.OWNER);
    }

    static OperationResult change(OperationCall call, Client changed) {
        call.application().clients().change(changed);
        return OperationResult.ok();
    }
}
