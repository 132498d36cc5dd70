package io.regcontract.simulator.drill.flow;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.SubmittedForm;
import io.regcontract.simulator.drill.Undo;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The setting that stands in for the flow of the call names a flow that there is not: 226. */
final class DefaultFlowUnknown implements Drill {

    private static final String SETTING = "default_flow_name";
    private static final String UNKNOWN = "flow-that-is-not-there";

    private final Set<String> operations;

    DefaultFlowUnknown(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "default-flow-unknown",
                226,
                "The setting default_flow_name of the calling client changes to the name of a flow that there is not. It"
                        + " shows where the call names no flow.",
                "The setting stays so for this client until the drill is undone; unless somebody sets another value, it"
                        + " is as before then.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION, DrillAim.Kind.CLIENT));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return call.argument("flow").isEmpty() && call.client().isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var settings = call.application().settings();
        return call.client()
                .filter(client -> SubmittedForm.flow(call).isPresent())
                .map(client -> {
                    var before =
                            Optional.ofNullable(settings.ofClient(client.id()).get(SETTING));
                    settings.set(client.id(), SETTING, UNKNOWN);
                    return () -> {
                        if (UNKNOWN.equals(settings.ofClient(client.id()).get(SETTING))) {
                            before.ifPresentOrElse(
                                    value -> settings.set(client.id(), SETTING, value),
                                    () -> settings.delete(client.id(), SETTING));
                        }
                    };
                });
    }
}
