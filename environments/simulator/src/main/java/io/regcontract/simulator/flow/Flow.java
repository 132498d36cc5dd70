package io.regcontract.simulator.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How people register and log in: forms, the fields on them, and what happens on the way. A flow may be wrong in
 * itself, as a real one may be; that shows when it is used.
 *
 * @param tells whether a failed log-in says which part was wrong
 */
public record Flow(
        String name,
        String version,
        String entityType,
        List<String> locales,
        boolean tells,
        Map<String, Form> forms,
        Map<String, Field> fields,
        List<Trigger> triggers) {

    /**
     * What is filled in together.
     *
     * @param fields names of fields, in order
     */
    public record Form(List<String> fields) {}

    /**
     * Something to fill in.
     *
     * @param attribute path of the attribute it is about; empty for a field that is about another field only
     * @param type one of {@link #TYPES}; a flow with another one is wrong in itself
     * @param confirms the field whose value this one must repeat
     * @param choices the values that a {@code radio} or {@code select} offers; none when it takes any
     */
    public record Field(
            Optional<String> attribute,
            boolean required,
            String type,
            Optional<String> confirms,
            List<String> choices) {

        /** The types that fields may have, under the names of the vendor's flows. */
        public static final Set<String> TYPES =
                Set.of("text", "textarea", "email", "password", "date", "dateselect", "checkbox", "radio", "select");

        /** A state file of an earlier version knows no choices. */
        public Field {
            choices = Objects.requireNonNullElse(choices, List.of());
        }
    }

    /**
     * An error that the flow raises by itself.
     *
     * @param on the step: {@code auth_native}, {@code auth_native_traditional}, {@code register_native}, {@code
     *     register_native_traditional}, {@code forgot_password}, {@code verify_email}, {@code update_profile}
     * @param when the state of the account: {@code social-only}, {@code verified}, or {@code always}
     * @param message for the person in front of it
     */
    public record Trigger(String on, String when, String message) {}

    /** The same flow with another form of that name, and with exactly these fields. */
    public Flow with(String formName, Form form, Map<String, Field> others) {
        var changed = new LinkedHashMap<>(forms);
        changed.put(formName, form);
        return new Flow(name, version, entityType, locales, tells, changed, others, triggers);
    }

    /** The message of the trigger for that step and state, if the flow has one. */
    public Optional<String> triggered(String step, String state) {
        return triggers.stream()
                .filter(trigger -> trigger.on().equals(step) && trigger.when().equals(state))
                .map(Trigger::message)
                .findFirst();
    }
}
