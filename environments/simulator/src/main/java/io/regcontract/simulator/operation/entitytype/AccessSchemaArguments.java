package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.client.AccessType;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.operation.OperationCall;

/** Arguments that name a client and what it may do. */
final class AccessSchemaArguments {

    private AccessSchemaArguments() {}

    /** 200 when there is no client of that id. */
    static Client client(OperationCall call) {
        return call.application()
                .clients()
                .find(call.arguments().text("for_client_id"))
                .orElseThrow(() -> ArgumentRules.invalid("for_client_id", "for_client_id is not a valid id"));
    }

    /** 200 when there is no such type of access. */
    static AccessType type(OperationCall call) {
        return AccessType.named(call.arguments().text("access_type"))
                .orElseThrow(() -> ArgumentRules.invalid(
                        "access_type", "must be read, write, read_with_token or write_with_token"));
    }
}
