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

/** The client has another secret: 402. */
final class ClientSecretRotated implements Drill {

    private final Set<String> operations;

    /** What a client proves itself with. */
    private record Secrets(String secret, Optional<Client.FormerSecret> former) {}

    ClientSecretRotated(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "client-secret-rotated",
                402,
                "The client that the call comes from gets another secret, and the former one ends at once.",
                "The client is refused wherever it shows the former secret, until the drill is undone; who needs no"
                        + " secret goes on.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION, DrillAim.Kind.CLIENT));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return call.isProven();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var application = call.application();
        return call.client()
                .flatMap(client -> ClientEdit.of(
                        application,
                        client,
                        "secret",
                        known -> new Secrets(known.secret(), known.former()),
                        (known, secrets) -> known.withSecret(secrets.secret(), secrets.former()),
                        new Secrets(application.clients().newSecret(), Optional.empty())));
    }
}
