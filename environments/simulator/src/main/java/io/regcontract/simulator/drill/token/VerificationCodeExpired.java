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

/** The verification code of the call has reached its end: 416. */
final class VerificationCodeExpired implements Drill {

    private final Set<String> operations;

    VerificationCodeExpired(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "verification-code-expired",
                416,
                "The verification code that the call uses expires at this moment.",
                "The code never works again, unless the drill is undone; a new one can be sent or issued.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION, DrillAim.Kind.PERSON));
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var tokens = call.application().tokens();
        var now = call.application().now();
        return call.argument("verification_code")
                .flatMap(tokens::verificationCode)
                .filter(code -> !code.used() && !code.isExpired(now))
                .map(code -> Replacement.of(
                        code, code.expiringAt(now), () -> tokens.verificationCode(code.value()), tokens::change));
    }
}
