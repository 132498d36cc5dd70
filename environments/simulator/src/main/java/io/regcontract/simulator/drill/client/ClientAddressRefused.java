package io.regcontract.simulator.drill.client;

import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.change.ClientEdit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The address that the call comes from is not on the client's allow list any more: 403. */
final class ClientAddressRefused implements Drill {

    /** Addresses for documentation: nobody calls from there. */
    private static final List<String> NOWHERE = List.of("192.0.2.0/24");

    private final Set<String> operations;

    ClientAddressRefused(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "client-address-refused",
                403,
                "The allow list of the client that the call comes from is narrowed to a block that no caller is in,"
                        + " 192.0.2.0/24.",
                "The client is refused wherever it shows its secret and its allow list counts, until the drill is"
                        + " undone.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION, DrillAim.Kind.CLIENT));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return call.isProven();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return call.client()
                .filter(client -> !client.allowList().equals(NOWHERE))
                .flatMap(client -> ClientEdit.of(
                        call.application(), client, "allow list", Client::allowList, Client::withAllowList, NOWHERE));
    }
}
