package io.regcontract.simulator.drill.flow;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.SubmittedForm;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.flow.Flow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The flow gets an error that it raises by itself at the step of the call: 540. */
final class FlowTriggerAdded implements Drill {

    private static final Map<String, String> STEPS = Map.of(
            "/oauth/auth_native", "auth_native",
            "/oauth/auth_native_traditional", "auth_native_traditional",
            "/oauth/register_native", "register_native",
            "/oauth/register_native_traditional", "register_native_traditional",
            "/oauth/forgot_password_native", "forgot_password",
            "/oauth/verify_email_native", "verify_email",
            "/oauth/update_profile_native", "update_profile");

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "flow-trigger-added",
                540,
                "Somebody publishes the flow of the call with an error that it raises by itself at this step, whoever"
                        + " comes.",
                "The flow raises it for everyone until the drill is undone.",
                STEPS.keySet(),
                FlowDrills.SHARED);
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var application = call.application();
        var step = STEPS.get(call.operation().path());
        return SubmittedForm.flow(call)
                .filter(flow -> flow.triggered(step, "always").isEmpty())
                .map(flow -> {
                    var trigger = new Flow.Trigger(step, "always", "This is not possible at the moment.");
                    application.install(with(
                            flow,
                            Stream.concat(flow.triggers().stream(), Stream.of(trigger))
                                    .toList()));
                    return () -> application
                            .flow(flow.name())
                            .ifPresent(present -> application.install(with(
                                    present,
                                    present.triggers().stream()
                                            .filter(each -> !each.equals(trigger))
                                            .toList())));
                });
    }

    private static Flow with(Flow flow, List<Flow.Trigger> triggers) {
        return new Flow(
                flow.name(),
                flow.version(),
                flow.entityType(),
                flow.locales(),
                flow.tells(),
                flow.forms(),
                flow.fields(),
                triggers);
    }
}
