package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.application.Client;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.operation.Call;

/** The client that something is issued to. */
final class ForClient {

    private ForClient() {}

    /** The client that {@code for_client_id} names, or else the caller. 200 when there is none of that id. */
    static Client in(Call call) {
        return call.arguments()
                .find("for_client_id")
                .map(id -> call.application()
                        .clients()
                        .find(id)
                        .orElseThrow(() -> ArgumentRules.invalid("for_client_id", "for_client_id is not a valid id")))
                .orElseGet(call::client);
    }
}
