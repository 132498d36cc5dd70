package io.regcontract.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What exists in a replacement for requirements to use, where the suite has no way to make it there.
 *
 * @param clients clients of its application
 * @param types entity types
 * @param accounts accounts of the type that flows sign people in to
 */
public record ExistingThings(List<Client> clients, List<Type> types, List<Account> accounts) {

    /** There is nothing. */
    public static final ExistingThings NONE = new ExistingThings(List.of(), List.of(), List.of());

    public ExistingThings {
        clients = List.copyOf(clients);
        types = List.copyOf(types);
        accounts = List.copyOf(accounts);
    }

    /**
     * A client.
     *
     * @param features all that it has
     * @param id its id
     * @param secret its secret
     */
    public record Client(Set<String> features, String id, Secret secret) {

        public Client {
            features = Set.copyOf(features);
        }
    }

    /**
     * An entity type.
     *
     * @param name its name
     * @param attributes its attributes, each as {@code /entityType.create} takes it
     */
    public record Type(String name, List<Map<String, Object>> attributes) {

        public Type {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * An account.
     *
     * @param email its address
     * @param password its password
     * @param uuid of its record, where that has to be told
     */
    public record Account(String email, Secret password, Optional<String> uuid) {}
}
