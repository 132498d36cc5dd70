package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.AllowList;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/** Says from where a client may call. An owner cannot shut itself out: 200. */
final class SetAllowList extends DeclaredOperation {

    SetAllowList() {
        super(ClientOperations.changing(
                "/clients/set_whitelist", Parameter.required("whitelist").jsonTexts()));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var client = call.targetClient();
        var blocks = call.arguments().texts("whitelist").orElseThrow();
        blocks.stream()
                .flatMap(block -> AllowList.faultOf(block).stream())
                .findFirst()
                .ifPresent(fault -> {
                    throw ArgumentRules.invalid("whitelist", fault);
                });
        if (client.id().equals(call.client().id()) && !AllowList.holds(blocks, call.address())) {
            throw ArgumentRules.invalid("whitelist", "the list must hold the address that you are calling from");
        }
        return ClientOperations.change(call, client.withAllowList(blocks));
    }
}
