package io.regcontract.simulator.drill.client;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The client is gone: 402. */
final class ClientDeleted implements Drill {

    private final Set<String> operations;

    ClientDeleted(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "client-deleted",
                402,
                "The client that the call comes from is deleted.",
                "The client is refused everywhere, and the tokens that it was given are unknown, until the drill is"
                        + " undone.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION, DrillAim.Kind.CLIENT));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return call.clientId().isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var clients = call.application().clients();
        return call.client().map(client -> {
            clients.setAside(client);
            return () -> clients.bringBack(client.id());
        });
    }
}
