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

/** The access token of the call has reached its end: 414. */
final class AccessTokenExpired implements Drill {

    private final Set<String> operations;

    AccessTokenExpired(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "access-token-expired",
                414,
                "The access token that the call presents expires at this moment.",
                "The token never works again, unless the drill is undone; a new sign-in or a refresh gives a new one.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return call.accessToken().isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var tokens = call.application().tokens();
        var now = call.application().now();
        return call.accessToken()
                .flatMap(tokens::accessToken)
                .filter(token -> !token.isExpired(now))
                .map(token -> Replacement.of(
                        token, token.expiringAt(now), () -> tokens.accessToken(token.value()), tokens::change));
    }
}
