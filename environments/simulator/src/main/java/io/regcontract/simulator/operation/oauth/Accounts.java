package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.ErrorCause;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.RecordValues;
import io.regcontract.simulator.schema.AttributePath;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Records seen as accounts: found by address, with or without a password. */
final class Accounts {

    private Accounts() {}

    /** The account with that address. */
    static Optional<SelectedRecord> byAddress(RecordRepository book, AttributePath attribute, String address) {
        if (book.isUnique(attribute)) {
            return book.byValue(attribute, Json.text(address)).map(record -> new SelectedRecord(book, record));
        }
        return book.mayHold(attribute, address, true)
                .map(record -> new SelectedRecord(book, record))
                .filter(account -> RecordValues.at(account.whole(), attribute)
                        .flatMap(JsonNode::stringValueOpt)
                        .filter(address::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }

    /**
     * The account with the address that a form is sent with. The form is checked first.
     *
     * @param unknown the error when no account has the address
     * @throws ApiErrorException 390 for an unsound form, or {@code unknown}
     */
    static SelectedRecord addressed(FormSubmission submission, Instant now, SimulatedErrorCode unknown) {
        var field = submission.fieldOfType("email");
        FormRules.check(submission, now);
        return byAddress(submission.book(), submission.attribute(field), submission.value(field))
                .orElseThrow(() -> submission.refused(unknown, "there is no account with this e-mail address"));
    }

    /** What an account keeps in place of its password; empty when it has none. */
    static Optional<JsonNode> password(SelectedRecord account, AttributePath attribute) {
        return RecordValues.at(account.whole(), attribute).filter(JsonNode::isObject);
    }

    /** Whether someone can only get into the account by way of another provider. */
    static boolean isSocialOnly(SelectedRecord account) {
        var record = account.whole();
        boolean hasPassword = account.book().type().own().stream()
                .anyMatch(definition -> definition.type().isPassword()
                        && record.path(definition.name()).isObject());
        return !hasPassword && !record.path("profiles").isEmpty();
    }

    /** Whether the address of an account is proven to be that person's. */
    static boolean isVerified(SelectedRecord account) {
        return account.whole().path(MailSender.VERIFIED).isString();
    }

    /**
     * Refuses an address that another account has.
     *
     * @throws ApiErrorException 380
     */
    static void refuseTaken(FormSubmission submission) {
        eachOther(submission, (field, other) -> {
            throw taken(other).in(ErrorCause.EMAIL_TAKEN_AT_REGISTRATION, field);
        });
    }

    /**
     * Refuses an address that another account has.
     *
     * @param account the one that may have it
     * @throws ApiErrorException 380
     */
    static void refuseTaken(FormSubmission submission, SelectedRecord account) {
        eachOther(submission, (field, other) -> {
            if (!other.key().equals(account.key())) {
                throw taken(other);
            }
        });
    }

    private static void eachOther(FormSubmission submission, BiConsumer<String, SelectedRecord> found) {
        submission.fields().forEach((name, field) -> {
            if (field.type().equals("email") && !submission.value(name).isBlank()) {
                byAddress(submission.book(), submission.attribute(name), submission.value(name))
                        .ifPresent(other -> found.accept(name, other));
            }
        });
    }

    /**
     * Refuses an address that another account has, to someone who comes from another provider.
     *
     * @throws ApiErrorException 380
     */
    static void refuseTakenBySocial(FormSubmission submission) {
        eachOther(submission, (field, other) -> {
            throw taken(other);
        });
    }

    /** The refusal of an address that an account has. */
    static ApiErrorException taken(SelectedRecord other) {
        var provider = isSocialOnly(other)
                ? other.whole().path("profiles").path(0).path("domain").stringValue("social")
                : "capture";
        return SimulatedErrorCode.EMAIL_ADDRESS_IN_USE
                .because("another account has this e-mail address already")
                .with("existing_provider", provider);
    }
}
