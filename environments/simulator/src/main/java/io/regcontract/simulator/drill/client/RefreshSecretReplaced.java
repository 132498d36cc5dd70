package io.regcontract.simulator.drill.client;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The person has signed in on another device since, which handed another refresh secret over: 402. */
final class RefreshSecretReplaced implements Drill {

    private final Set<String> operations;

    RefreshSecretReplaced(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "refresh-secret-replaced",
                402,
                "The person signs in on another device, which hands over a refresh secret of its own: it takes the place"
                        + " of the one that the call is signed with.",
                "The device cannot refresh any more, unless the drill is undone or the person signs in on it again.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var tokens = call.application().tokens();
        return call.grant().flatMap(grant -> tokens.refreshSecret(grant).map(before -> {
            var other = call.application().newUuid();
            tokens.keepRefreshSecret(grant, other);
            return () -> tokens.refreshSecret(grant)
                    .filter(other::equals)
                    .ifPresent(unchanged -> tokens.keepRefreshSecret(grant, before));
        }));
    }
}
