package io.regcontract.simulator.drill.signin;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.SubmittedForm;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.flow.Flow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The form asks for more than it did: 390. */
final class FormTightened implements Drill {

    private static final String FIELD = "acceptNewTerms";

    private static final Flow.Field CHECKBOX =
            new Flow.Field(Optional.empty(), true, "checkbox", Optional.empty(), List.of());

    private final Set<String> operations;

    FormTightened(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "form-tightened",
                390,
                "The form that the call fills in gets a checkbox that must be checked, " + FIELD
                        + ", as the flow of a new version has it.",
                "Everybody who fills in this form of the flow without the checkbox is refused until the drill is undone"
                        + " or another flow is installed.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return SubmittedForm.of(call).isPresent()
                && call.parameters().given(FIELD).isEmpty();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var application = call.application();
        return SubmittedForm.of(call)
                .filter(form -> !form.flow().fields().containsKey(FIELD)
                        || form.flow().fields().get(FIELD).equals(CHECKBOX))
                .filter(form -> !form.flow().forms().get(form.name()).fields().contains(FIELD))
                .map(form -> {
                    application.install(with(form.flow(), form.name()));
                    return () -> undo(application, form);
                });
    }

    /** Takes the checkbox off the form, and leaves all else of the flow as it is by then. */
    private static void undo(Application application, SubmittedForm form) {
        application
                .flow(form.flow().name())
                .filter(flow -> flow.forms().containsKey(form.name())
                        && CHECKBOX.equals(flow.fields().get(FIELD)))
                .ifPresent(flow -> application.install(without(flow, form.name())));
    }

    private static Flow with(Flow flow, String form) {
        var fields = new LinkedHashMap<>(flow.fields());
        fields.put(FIELD, CHECKBOX);
        var names = new ArrayList<>(flow.forms().get(form).fields());
        names.add(FIELD);
        return flow.with(form, new Flow.Form(List.copyOf(names)), fields);
    }

    private static Flow without(Flow flow, String form) {
        var names = new ArrayList<>(flow.forms().get(form).fields());
        names.remove(FIELD);
        var fields = new LinkedHashMap<>(flow.fields());
        var isElsewhere = flow.forms().entrySet().stream()
                .filter(other -> !other.getKey().equals(form))
                .anyMatch(other -> other.getValue().fields().contains(FIELD));
        if (!isElsewhere) {
            fields.remove(FIELD);
        }
        return flow.with(form, new Flow.Form(List.copyOf(names)), fields);
    }
}
