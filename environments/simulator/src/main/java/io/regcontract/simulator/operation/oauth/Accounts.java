package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.error.Circumstance;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.error.Refusal;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Selection;
import io.regcontract.simulator.record.AttributePath;
import io.regcontract.simulator.record.RecordBook;
import io.regcontract.simulator.record.Values;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Records seen as accounts: found by address, with or without a password. */
final class Accounts {

    private Accounts() {}

    /** The account with that address. */
    static Optional<Selection> byAddress(RecordBook book, AttributePath attribute, String address) {
        if (book.isUnique(attribute)) {
            return book.byValue(attribute, Json.text(address)).map(record -> new Selection(book, record));
        }
        return book.all().stream()
                .map(record -> new Selection(book, record))
                .filter(account -> Values.at(account.whole(), attribute)
                        .flatMap(JsonNode::stringValueOpt)
                        .filter(address::equalsIgnoreCase)
                        .isPresent())
                .findFirst();
    }

    /** What an account keeps in place of its password; empty when it has none. */
    static Optional<JsonNode> password(Selection account, AttributePath attribute) {
        return Values.at(account.whole(), attribute).filter(JsonNode::isObject);
    }

    /** Whether someone can only get into the account by way of another provider. */
    static boolean isSocialOnly(Selection account) {
        var record = account.whole();
        boolean hasPassword = account.book().type().own().stream()
                .anyMatch(definition -> definition.type().isPassword()
                        && record.path(definition.name()).isObject());
        return !hasPassword && !record.path("profiles").isEmpty();
    }

    /** Whether the address of an account is proven to be that person's. */
    static boolean isVerified(Selection account) {
        return account.whole().path(Mails.VERIFIED).isString();
    }

    /**
     * Refuses an address that another account has.
     *
     * @throws Refusal 380
     */
    static void refuseTaken(Submission submission) {
        eachOther(submission, (field, other) -> {
            throw taken(other).in(Circumstance.EMAIL_TAKEN_AT_REGISTRATION, field);
        });
    }

    /**
     * Refuses an address that another account has.
     *
     * @param account the one that may have it
     * @throws Refusal 380
     */
    static void refuseTaken(Submission submission, Selection account) {
        eachOther(submission, (field, other) -> {
            if (!other.key().equals(account.key())) {
                throw taken(other);
            }
        });
    }

    private static void eachOther(Submission submission, BiConsumer<String, Selection> found) {
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
     * @throws Refusal 380
     */
    static void refuseTakenBySocial(Submission submission) {
        eachOther(submission, (field, other) -> {
            throw taken(other);
        });
    }

    /** The refusal of an address that an account has. */
    static Refusal taken(Selection other) {
        var provider = isSocialOnly(other)
                ? other.whole().path("profiles").path(0).path("domain").stringValue("social")
                : "capture";
        return ErrorCode.EMAIL_ADDRESS_IN_USE
                .because("another account has this e-mail address already")
                .with("existing_provider", provider);
    }
}
