package io.regcontract.simulator.drill.token;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.change.Replacement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The creation token of the call has reached its end: 417. */
final class CreationTokenExpired implements Drill {

    private final Set<String> operations;

    CreationTokenExpired(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "creation-token-expired",
                417,
                "The creation token that the call presents expires at this moment.",
                "The token never works again, unless the drill is undone; the owner issues a new one.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION, DrillAim.Kind.CLIENT));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return call.clientId().isEmpty() && call.credentials().creationToken().isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var tokens = call.application().tokens();
        var now = call.application().now();
        return call.credentials()
                .creationToken()
                .flatMap(tokens::creationToken)
                .filter(token -> !token.used() && !token.isExpired(now))
                .map(token -> Replacement.of(
                        token, token.expiringAt(now), () -> tokens.creationToken(token.value()), tokens::change));
    }
}
