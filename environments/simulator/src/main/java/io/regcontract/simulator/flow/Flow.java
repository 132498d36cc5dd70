package io.regcontract.simulator.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How people register and log in: forms, the fields on them, and what happens on the way. A flow may be wrong in itself,
 * as a real one may be; that shows when it is used.
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
     * @param type {@code text}, {@code email}, {@code password}, {@code date}, {@code checkbox}
     * @param confirms the field whose value this one must repeat
     */
    public record Field(Optional<String> attribute, boolean required, String type, Optional<String> confirms) {}

    /**
     * An error that the flow raises by itself.
     *
     * @param on the step: {@code auth_native}, {@code auth_native_traditional}, {@code register_native}, {@code
     *     register_native_traditional}, {@code forgot_password}, {@code verify_email}, {@code update_profile}
     * @param when the state of the account: {@code social-only}, or {@code always}
     * @param message for the person in front of it
     */
    public record Trigger(String on, String when, String message) {}

    /** The message of the trigger for that step and state, if the flow has one. */
    public Optional<String> triggered(String step, String state) {
        return triggers.stream()
                .filter(trigger -> trigger.on().equals(step) && trigger.when().equals(state))
                .map(Trigger::message)
                .findFirst();
    }
}
