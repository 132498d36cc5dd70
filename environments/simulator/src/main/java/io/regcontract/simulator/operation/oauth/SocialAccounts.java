package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.application.SocialIdentity;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.flow.Flow;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.RecordValues;
import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.schema.AttributePath;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts by the identities that people have at other providers: elements of the plural {@code profiles}. */
final class SocialAccounts {

    static final String PROFILES = "profiles";
    private static final String DOMAIN = "domain";
    private static final String IDENTIFIER = "identifier";

    private SocialAccounts() {}

    /** The identity that an argument stands for. 200 when there is none. */
    static SocialIdentity identity(OperationCall call, String argument) {
        return call.application()
                .socialIdentities()
                .find(call.arguments().text(argument))
                .orElseThrow(() -> ArgumentRules.invalid(argument, "unknown or expired token"));
    }

    /** The account of an identity. 226 when the type has no place for identities. */
    static Optional<SelectedRecord> holder(Flow flow, RecordRepository book, SocialIdentity identity) {
        checkPlace(flow, book);
        return book.mayHold(path(PROFILES + "/" + IDENTIFIER), identity.identifier(), false)
                .filter(record -> profiles(book, record).stream().anyMatch(profile -> isOf(profile, identity)))
                .map(record -> new SelectedRecord(book, record))
                .findFirst();
    }

    /** What an account keeps of an identity. */
    static ArrayNode element(SocialIdentity identity) {
        return Json.array().add(Json.object().put(DOMAIN, identity.provider()).put(IDENTIFIER, identity.identifier()));
    }

    /** Gives an account one more identity. 361 when another account has it. */
    static void link(OperationCall call, SelectedRecord account, Flow flow, String argument) {
        var identity = identity(call, argument);
        var holder = holder(flow, account.book(), identity);
        if (holder.filter(other -> !other.key().equals(account.key())).isPresent()) {
            throw taken();
        }
        if (holder.isEmpty()) {
            account.book()
                    .writeAt(
                            account.record(),
                            path(PROFILES),
                            element(identity),
                            false,
                            SimulatedErrorCode.PASSWORD_REUSED);
        }
    }

    /** The refusal of an identity that another account has: 361, as the vendor's guide to account linking says. */
    static ApiErrorException taken() {
        return SimulatedErrorCode.UNIQUE_VIOLATION
                .because("another account has this identity")
                .with("attribute_name", "/" + PROFILES + "/" + IDENTIFIER);
    }

    /** Takes an identity away from an account. 200 when the account does not have it. */
    static void unlink(SelectedRecord account, Flow flow, String identifier) {
        checkPlace(flow, account.book());
        var id = profiles(account.book(), account.record()).stream()
                .filter(profile -> profile.path(IDENTIFIER).stringValue("").equals(identifier))
                .map(profile -> profile.path("id").longValue())
                .findFirst()
                .orElseThrow(() -> ArgumentRules.invalid("identifier_to_remove", "the account has no such identity"));
        account.book().removeElement(account.record(), path(PROFILES + "#" + id));
    }

    /** What a provider says about a person, as far as the type has a place for it. */
    static ObjectNode attributes(RecordRepository book, SocialIdentity identity) {
        var attributes = Json.object();
        identity.profile().properties().forEach(member -> {
            if (book.type().own().stream().anyMatch(known -> known.name().equals(member.getKey()))) {
                attributes.set(member.getKey(), member.getValue());
            }
        });
        attributes.set(PROFILES, element(identity));
        return attributes;
    }

    private static void checkPlace(Flow flow, RecordRepository book) {
        var missing = List.of(PROFILES, PROFILES + "/" + DOMAIN, PROFILES + "/" + IDENTIFIER).stream()
                .filter(attribute -> book.type().find(path(attribute)).isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            throw FormSubmission.wrong(
                    flow,
                    "entity type " + book.type().name() + " has no attribute /" + missing.get()
                            + " to keep social identities in");
        }
    }

    private static List<JsonNode> profiles(RecordRepository book, StoredRecord record) {
        return List.copyOf(RecordValues.all(book.type(), record).path(PROFILES).values());
    }

    private static boolean isOf(JsonNode profile, SocialIdentity identity) {
        return profile.path(DOMAIN).stringValue("").equals(identity.provider())
                && profile.path(IDENTIFIER).stringValue("").equals(identity.identifier());
    }

    private static AttributePath path(String text) {
        return AttributePath.parse(text).orElseThrow();
    }
}
