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

/** The authorization code of the call was issued for another redirect URI: 420. */
final class RedirectUriChanged implements Drill {

    private final Set<String> operations;

    RedirectUriChanged(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "redirect-uri-changed",
                420,
                "The authorization code that the call wants to exchange turns out to be for another redirect URI than"
                        + " the call names, as after a move to another address.",
                "The code stays for the other URI, unless the drill is undone; codes of later sign-ins are for the URI"
                        + " that they name.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return call.argument("code").isPresent()
                && call.argument("redirect_uri").isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var tokens = call.application().tokens();
        var named = call.argument("redirect_uri");
        return call.argument("code")
                .flatMap(tokens::authorizationCode)
                .filter(code -> !code.used()
                        && !code.isExpired(call.application().now())
                        && tokens.stands(code.grant())
                        && code.redirectUri().equals(named))
                .map(code -> Replacement.of(
                        code,
                        code.issuedFor(
                                "https://formerly.example/" + call.application().name()),
                        () -> tokens.authorizationCode(code.value()),
                        tokens::change));
    }
}
