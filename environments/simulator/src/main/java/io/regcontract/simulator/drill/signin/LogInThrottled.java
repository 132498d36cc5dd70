package io.regcontract.simulator.drill.signin;

import io.regcontract.simulator.drill.CalledRecord;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Somebody has tried to get into the account too often: 390. */
final class LogInThrottled implements Drill {

    private static final int MOST = 10_000;
    private static final int USUAL_MOST = 6;

    private final Set<String> operations;

    LogInThrottled(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "log-in-throttled",
                390,
                "Somebody has just tried to sign in to the account as often as the setting login_attempts allows: even"
                        + " the right password is refused.",
                "It is over when the time of the setting login_attempts_threshold has passed on the application's clock"
                        + " (60 seconds, if it says nothing else).",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return AccountForm.isOf(call);
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var application = call.application();
        long most = call.actingClientId()
                .map(client -> application
                        .settings()
                        .effectiveNumber(client, "login_attempts")
                        .orElse(USUAL_MOST))
                .orElse((long) USUAL_MOST);
        return CalledRecord.of(call)
                .filter(account -> most <= MOST)
                .map(account -> application
                        .logInAttempts()
                        .add(account.key().typeName() + " " + account.key().uuid(), (int) most, application.now()))
                .map(back -> back::run);
    }
}
