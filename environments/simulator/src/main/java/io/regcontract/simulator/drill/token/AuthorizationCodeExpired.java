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

/** The authorization code of the call has reached its end: 415. */
final class AuthorizationCodeExpired implements Drill {

    private final Set<String> operations;

    AuthorizationCodeExpired(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "authorization-code-expired",
                415,
                "The authorization code that the call wants to exchange expires at this moment.",
                "The code never works again, unless the drill is undone; a new sign-in gives a new one.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return call.argument("code").isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var tokens = call.application().tokens();
        var now = call.application().now();
        return call.argument("code")
                .flatMap(tokens::authorizationCode)
                .filter(code -> !code.used() && !code.isExpired(now) && tokens.stands(code.grant()))
                .map(code -> Replacement.of(
                        code, code.expiringAt(now), () -> tokens.authorizationCode(code.value()), tokens::change));
    }
}
