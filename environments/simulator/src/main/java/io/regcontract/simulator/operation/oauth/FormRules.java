package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.flow.Flow;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.schema.Constraint;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is asked of the fields of a form before anything is done with them. */
final class FormRules {

    /** The field with the password that someone has, as opposed to one that someone wants. */
    static final String CURRENT_PASSWORD = "currentPassword";

    private static final int SHORTEST_PASSWORD = 6;

    private FormRules() {}

    /** Whether a field is compared with the record and never written into it. */
    static boolean isCompared(String field) {
        return field.equals(CURRENT_PASSWORD);
    }

    /**
     * Judges a form that must be filled in completely.
     *
     * @throws ApiErrorException 390 naming every field that is wrong
     */
    static void check(FormSubmission submission, Instant now) {
        judge(submission, false, now);
    }

    /**
     * Judges a form of which only the fields that were sent count.
     *
     * @throws ApiErrorException 390 naming every field that is wrong
     */
    static void checkSent(FormSubmission submission, Instant now) {
        judge(submission, true, now);
    }

    /** The refusal of one field. */
    static ApiErrorException refused(String field, String message) {
        return refused(Map.of(field, message));
    }

    private static void judge(FormSubmission submission, boolean onlySent, Instant now) {
        var faults = new LinkedHashMap<String, String>();
        submission.fields().forEach((name, field) -> {
            boolean counts = !onlySent
                    || field.type().equals("checkbox")
                    || submission.values().containsKey(name)
                    || field.confirms().filter(submission.values()::containsKey).isPresent();
            if (counts) {
                fault(submission, name, field, now).ifPresent(message -> faults.put(name, message));
            }
        });
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
    }

    private static ApiErrorException refused(Map<String, String> faults) {
        var invalid = Json.object();
        faults.forEach((field, message) -> invalid.putArray(field).add(message));
        return SimulatedErrorCode.INVALID_FORM_FIELDS
                .because("the form was not filled in as it must be")
                .with("invalid_fields", invalid);
    }

    private static Optional<String> fault(FormSubmission submission, String name, Flow.Field field, Instant now) {
        var value = submission.value(name);
        if (field.type().equals("checkbox")) {
            return field.required() && !submission.values().containsKey(name)
                    ? Optional.of("This must be checked.")
                    : Optional.empty();
        }
        if (value.isBlank()) {
            return field.required() ? Optional.of("A value is required.") : Optional.empty();
        }
        return switch (field.type()) {
            case "email" ->
                Constraint.EMAIL_ADDRESS.allows(value)
                        ? Optional.empty()
                        : Optional.of("This is not an e-mail address.");
            case "date", DateSelect.TYPE ->
                DateTimes.readDate(value, now).isPresent() ? Optional.empty() : Optional.of("This is not a date.");
            case "radio", "select" ->
                field.choices().isEmpty() || field.choices().contains(value)
                        ? Optional.empty()
                        : Optional.of("This is not one of the choices.");
            case "password" -> passwordFault(submission, name, field, value);
            default -> Optional.empty();
        };
    }

    private static Optional<String> passwordFault(
            FormSubmission submission, String name, Flow.Field field, String value) {
        if (field.confirms()
                .filter(other -> !submission.value(other).equals(value))
                .isPresent()) {
            return Optional.of("The passwords do not match.");
        }
        return isCompared(name) || value.codePointCount(0, value.length()) >= SHORTEST_PASSWORD
                ? Optional.empty()
                : Optional.of("A password must have at least " + SHORTEST_PASSWORD + " characters.");
    }
}
