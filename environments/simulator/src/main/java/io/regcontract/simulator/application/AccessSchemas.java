package io.regcontract.simulator.application;

import io.regcontract.simulator.record.Visibility;
import io.regcontract.simulator.store.Table;
import java.util.List;
import java.util.Optional;

/**
 * Which attributes of which type each client may see and write. A client for which nothing was set may do what its
 * features allow; a login client sees everything and writes nothing.
 */
public final class AccessSchemas {

    private final Table<AccessSchema> table;

    AccessSchemas(Table<AccessSchema> table) {
        this.table = table;
    }

    public void set(String typeName, Client client, AccessType access, List<String> attributes) {
        table.put(key(typeName, client, access), new AccessSchema(List.copyOf(attributes)));
    }

    public Visibility of(String typeName, Client client, AccessType access) {
        return table.get(key(typeName, client, access))
                .map(schema -> new Visibility(Optional.of(schema.attributes())))
                .orElseGet(() -> access.isReading() || !client.features().contains(Feature.LOGIN_CLIENT)
                        ? Visibility.EVERYTHING
                        : Visibility.NOTHING);
    }

    private static String key(String typeName, Client client, AccessType access) {
        return String.join("|", typeName, client.id(), access.documentedName());
    }
}
