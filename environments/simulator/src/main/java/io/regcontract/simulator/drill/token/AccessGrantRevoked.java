package io.regcontract.simulator.drill.token;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The grant that the authorization code was issued under is deleted: 413. */
final class AccessGrantRevoked implements Drill {

    private final Set<String> operations;

    AccessGrantRevoked(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "access-grant-revoked",
                413,
                "The person takes the client's access back, between sign-in and the exchange of the authorization code:"
                        + " the grant is deleted with its access and refresh tokens.",
                "The code never works again, unless the drill is undone; a new sign-in makes a new grant.",
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
        return call.argument("code")
                .flatMap(tokens::authorizationCode)
                .filter(code -> !code.used() && tokens.stands(code.grant()))
                .map(code -> {
                    var issued = tokens.issuedUnder(code.grant());
                    tokens.revoke(code.grant());
                    return () -> tokens.bringBack(issued);
                });
    }
}
