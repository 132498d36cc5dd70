package io.regcontract.simulator.drill.token;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.token.AccessToken;
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
                "The token never works again, unless the drill is undone; a new log-in or a refresh gives a new one.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var application = call.application();
        var now = application.now();
        return call.accessToken()
                .flatMap(application.tokens()::accessToken)
                .filter(token -> !token.isExpired(now))
                .map(token -> {
                    var expired = new AccessToken(token.value(), token.grant(), now);
                    application.tokens().change(expired);
                    return () -> {
                        if (application
                                .tokens()
                                .accessToken(token.value())
                                .filter(expired::equals)
                                .isPresent()) {
                            application.tokens().change(token);
                        }
                    };
                });
    }
}
