package io.regcontract.simulator.client;

import io.regcontract.simulator.schema.Visibility;
import io.regcontract.simulator.store.Table;
import java.util.List;
import java.util.Optional;

/**
 * Which attributes of which type each client may see and write. A client for which nothing was set may do what its
 * features allow: with its own credentials everything that an operation lets it; with a person's token see
 * everything, and write only if it may write records by itself. What is set for its own credentials holds for a
 * token too, unless something else is set for that.
 */
public final class AccessSchemas {

    /** Those whose clients write records with their own credentials. */
    private static final List<Feature> WRITERS = List.of(Feature.OWNER, Feature.DIRECT_ACCESS);

    private final Table<AccessSchema> table;

    /** The access schemas in a table. */
    public AccessSchemas(Table<AccessSchema> table) {
        this.table = table;
    }

    /** Limits a client to some attributes of a type, for one kind of access. */
    public void set(String typeName, Client client, AccessType access, List<String> attributes) {
        table.put(key(typeName, client, access), new AccessSchema(List.copyOf(attributes)));
    }

    /** Takes the limit away that was set for one kind of access, if one was set. */
    public void unset(String typeName, Client client, AccessType access) {
        table.remove(key(typeName, client, access));
    }

    /** The attributes of a type that a client may reach in one kind of access. */
    public Visibility of(String typeName, Client client, AccessType access) {
        return set(typeName, client, access).orElseGet(() -> {
            if (!access.isReading() && !mayWrite(client, access)) {
                return Visibility.NOTHING;
            }
            return set(typeName, client, access.withoutToken()).orElse(Visibility.EVERYTHING);
        });
    }

    /** What was set, if something was. */
    public Optional<Visibility> set(String typeName, Client client, AccessType access) {
        return table.get(key(typeName, client, access)).map(schema -> new Visibility(Optional.of(schema.attributes())));
    }

    /** Forgets what was set for a client. */
    public void forget(Client client) {
        table.keys().stream()
                .filter(key ->
                        List.of(AccessType.values()).stream().anyMatch(access -> key.endsWith(suffix(client, access))))
                .forEach(table::remove);
    }

    /** Forgets what was set for a client and a type. */
    public void forget(String typeName, Client client) {
        for (var access : AccessType.values()) {
            table.remove(key(typeName, client, access));
        }
    }

    private static boolean mayWrite(Client client, AccessType access) {
        return access.isWithToken()
                ? client.hasAny(WRITERS)
                : !client.features().contains(Feature.LOGIN_CLIENT);
    }

    private static String suffix(Client client, AccessType access) {
        return String.join("|", "", client.id(), access.documentedName());
    }

    private static String key(String typeName, Client client, AccessType access) {
        return typeName + suffix(client, access);
    }
}
