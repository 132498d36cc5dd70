package io.regcontract.simulator.drill;

import io.regcontract.simulator.flow.Flow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The form that a call fills in.
 *
 * @param name of the form
 * @param values what was sent for its fields, by their names
 */
public record SubmittedForm(Flow flow, String name, Map<String, String> values) {

    /** The form of a call; empty when it names no flow and form that there are. */
    public static Optional<SubmittedForm> of(IncomingCall call) {
        var parameters = call.parameters();
        var name = call.argument("form").or(() -> call.argument("registration_form"));
        return flow(call).flatMap(flow -> name.filter(flow.forms()::containsKey).map(form -> {
            var values = new LinkedHashMap<String, String>();
            flow.forms().get(form).fields().forEach(field -> parameters
                    .given(field)
                    .ifPresent(value -> values.put(field, value)));
            return new SubmittedForm(flow, form, values);
        }));
    }

    /** The flow that a call names, or the settings in its place. */
    public static Optional<Flow> flow(IncomingCall call) {
        var settings = call.application().settings();
        return call.argument("flow")
                .or(() -> call.actingClientId().flatMap(client -> settings.effective(client, "default_flow_name")))
                .flatMap(call.application()::flow);
    }

    /** What was filled in for the first field of a type, such as {@code email}. */
    public Optional<String> valueOfType(String type) {
        return flow.forms().get(name).fields().stream()
                .filter(field -> isOfType(field, type))
                .flatMap(field -> Optional.ofNullable(values.get(field)).stream())
                .findFirst();
    }

    /** The path of the attribute that the first field of a type is about. */
    public Optional<String> attributeOfType(String type) {
        return flow.forms().get(name).fields().stream()
                .filter(field -> isOfType(field, type))
                .flatMap(field -> flow.fields().get(field).attribute().stream())
                .findFirst();
    }

    private boolean isOfType(String field, String type) {
        var definition = flow.fields().get(field);
        return definition != null
                && definition.type().equals(type)
                && definition.attribute().isPresent();
    }
}
