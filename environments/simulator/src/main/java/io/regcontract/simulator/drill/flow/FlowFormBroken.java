package io.regcontract.simulator.drill.flow;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.SubmittedForm;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.flow.Flow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The form that the call fills in lists a field that the flow does not define: 226. */
final class FlowFormBroken implements Drill {

    /** No flow defines it. */
    private static final String UNDEFINED = "fieldThatIsNotDefined";

    private static final String OF_SOCIAL_LOG_IN = "socialRegistrationForm";

    private final Set<String> operations;

    FlowFormBroken(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "flow-form-broken",
                226,
                "Somebody publishes the flow of the call with a form that lists a field which the flow does not define.",
                "The flow stays so, for everyone who fills in that form, until the drill is undone.",
                operations,
                FlowDrills.SHARED);
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var application = call.application();
        var name = SubmittedForm.of(call).map(SubmittedForm::name).orElse(OF_SOCIAL_LOG_IN);
        return SubmittedForm.flow(call)
                .filter(flow -> flow.forms().containsKey(name))
                .filter(flow -> !flow.forms().get(name).fields().contains(UNDEFINED))
                .map(flow -> {
                    application.install(withForm(
                            flow,
                            name,
                            Stream.concat(flow.forms().get(name).fields().stream(), Stream.of(UNDEFINED))
                                    .toList()));
                    return () -> application
                            .flow(flow.name())
                            .filter(present -> present.forms().containsKey(name))
                            .ifPresent(present -> application.install(withForm(
                                    present,
                                    name,
                                    present.forms().get(name).fields().stream()
                                            .filter(field -> !field.equals(UNDEFINED))
                                            .toList())));
                });
    }

    private static Flow withForm(Flow flow, String name, List<String> fields) {
        var forms = new LinkedHashMap<>(flow.forms());
        forms.put(name, new Flow.Form(fields));
        return new Flow(
                flow.name(),
                flow.version(),
                flow.entityType(),
                flow.locales(),
                flow.tells(),
                forms,
                flow.fields(),
                flow.triggers());
    }
}
