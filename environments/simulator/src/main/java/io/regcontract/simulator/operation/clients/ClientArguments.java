package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.OperationCall;
import java.util.List;
import java.util.Optional;

/** Arguments that name clients and features. */
final class ClientArguments {

    private ClientArguments() {}

    /** The client that {@code for_client_id} names, or else the caller. 200 when there is none of that id. */
    static Client meant(OperationCall call) {
        return call.arguments().has("for_client_id") ? named(call, "for_client_id") : call.client();
    }

    /** The client that an argument names. 200 when there is none of that id. */
    static Client named(OperationCall call, String argument) {
        return call.application()
                .clients()
                .find(call.arguments().text(argument))
                .orElseThrow(() -> ArgumentRules.invalid(argument, argument + " is not a valid id"));
    }

    /** The features that an argument lists. 200 for a name that is no feature. */
    static Optional<List<Feature>> features(OperationCall call, String argument) {
        return call.arguments().texts(argument).map(names -> names.stream()
                .distinct()
                .map(name -> Feature.named(name)
                        .orElseThrow(() -> ArgumentRules.invalid(argument, "unknown feature: " + name)))
                .toList());
    }
}
