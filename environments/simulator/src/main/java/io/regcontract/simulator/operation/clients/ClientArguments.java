package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.OperationCall;
import java.util.List;
import java.util.Optional;

/** Arguments that name features. */
final class ClientArguments {

    private ClientArguments() {}

    /** The features that an argument lists. 200 for a name that is no feature. */
    static Optional<List<Feature>> features(OperationCall call, String argument) {
        return call.arguments().texts(argument).map(names -> names.stream()
                .distinct()
                .map(name -> Feature.named(name)
                        .orElseThrow(() -> ArgumentRules.invalid(argument, "unknown feature: " + name)))
                .toList());
    }
}
