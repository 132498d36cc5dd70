package io.regcontract.simulator.drill.client;

import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.change.ClientEdit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The client has lost the features that the operation asks for: 403. */
final class ClientFeaturesTaken implements Drill {

    private final Set<String> operations;

    ClientFeaturesTaken(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "client-features-taken",
                403,
                "The client that the call comes from loses every feature that would permit the operation.",
                "The client is refused at every operation that asks for one of these features, until the drill is"
                        + " undone; the tokens of people go on.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION, DrillAim.Kind.CLIENT));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return call.clientId().isPresent() && !call.actsForPerson();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var operation = call.operation();
        return call.client()
                .filter(client -> client.hasAny(operation.features()) || client.hasAny(operation.provenFeatures()))
                .flatMap(client -> ClientEdit.of(
                        call.application(),
                        client,
                        "features",
                        Client::features,
                        Client::withFeatures,
                        client.features().stream()
                                .filter(feature -> !operation.features().contains(feature)
                                        && !operation.provenFeatures().contains(feature))
                                .toList()));
    }
}
