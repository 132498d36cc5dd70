package io.regcontract.suite.tenant;

import io.regcontract.environment.ExistingThings;
import io.regcontract.suite.transport.CallBlockedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What exists in a replacement, handed to the scenarios of a run. A client serves many at a time, for none may change it. An
 * entity type serves many too, unless it has a unique attribute: scenarios write the same values. An account serves one.
 */
public final class ExistingThingsPool {

    private static final String UNIQUE = "unique";

    private final ExistingThings things;
    private final List<ExistingThings.Type> types;
    private final List<ExistingThings.Account> accounts;

    /** @param things what there is when the run begins */
    public ExistingThingsPool(ExistingThings things) {
        this.things = things;
        this.types = new ArrayList<>(things.types());
        this.accounts = new ArrayList<>(things.accounts());
    }

    /** Whether there is a client, of whatever features. */
    boolean hasClients() {
        return !things.clients().isEmpty();
    }

    /** Whether there was a type when the run began. */
    boolean hasTypes() {
        return !things.types().isEmpty();
    }

    /** Whether there was an account when the run began. */
    boolean hasAccounts() {
        return !things.accounts().isEmpty();
    }

    /**
     * A client with exactly these features.
     *
     * @throws CallBlockedException when there is none
     */
    ExistingThings.Client client(Set<String> features) {
        return things.clients().stream()
                .filter(client -> client.features().equals(features))
                .findFirst()
                .orElseThrow(() -> lacking("a client with the features " + listed(features)
                        + " and no other, and fixtures.clients of the profile has none"));
    }

    /**
     * An entity type with these attributes and no other.
     *
     * @throws CallBlockedException when there is none, or none any more
     */
    synchronized ExistingThings.Type type(List<Map<String, Object>> attributes) {
        var wanted = attributes.stream().map(ExistingThingsPool::plain).collect(Collectors.toSet());
        var found = types.stream().filter(type -> fits(type, wanted)).findFirst();
        found.filter(type -> type.attributes().stream().anyMatch(attribute -> constrained(plain(attribute), UNIQUE)))
                .ifPresent(types::remove);
        return found.orElseThrow(() -> lacking("an entity type with the attributes "
                + JsonMapper.shared().writeValueAsString(attributes) + ", and fixtures.types of the profile has "
                + (things.types().stream().anyMatch(type -> fits(type, wanted))
                        ? "no more: one with a unique attribute serves one requirement of a run"
                        : "none")));
    }

    /**
     * An account that no other scenario of the run had.
     *
     * @throws CallBlockedException when there is none left
     */
    synchronized ExistingThings.Account account() {
        if (accounts.isEmpty()) {
            throw lacking("an account, and all under fixtures.accounts of the profile ("
                    + things.accounts().size() + ") are taken: each serves one requirement of a run");
        }
        return accounts.remove(0);
    }

    /** Exactly those: a requirement may be about an attribute that the type does not have. */
    private static boolean fits(ExistingThings.Type type, Set<JsonNode> wanted) {
        return type.attributes().stream()
                .map(ExistingThingsPool::plain)
                .collect(Collectors.toSet())
                .equals(wanted);
    }

    private static boolean constrained(JsonNode attribute, String constraint) {
        return attribute.path("constraints").valueStream().anyMatch(each -> each.asString("")
                .equals(constraint));
    }

    /** A definition as it would be written: a number is a number, whatever holds it. */
    private static JsonNode plain(Map<String, Object> attribute) {
        return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(attribute));
    }

    private static String listed(Set<String> features) {
        return features.stream().sorted().collect(Collectors.joining(", "));
    }

    /** Lets another scenario have the account, first of all. */
    synchronized void handBack(ExistingThings.Account account) {
        accounts.add(0, account);
    }

    private static CallBlockedException lacking(String what) {
        return new CallBlockedException(CallBlockedException.Reason.OUT_OF_SCOPE, "it takes " + what);
    }
}
