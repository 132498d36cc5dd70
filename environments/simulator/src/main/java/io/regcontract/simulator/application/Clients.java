package io.regcontract.simulator.application;

import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.store.Table;
import java.util.List;
import java.util.Optional;

/** The API clients of one application. */
public final class Clients {

    /** Ids and secrets have as many signs as recorded ones. */
    public static final int LENGTH = 32;

    private final String application;
    private final Table<Client> table;
    private final Identifiers identifiers;

    /** @param table the clients of all applications */
    Clients(String application, Table<Client> table, Identifiers identifiers) {
        this.application = application;
        this.table = table;
        this.identifiers = identifiers;
    }

    /** Adds a client with a new id and secret, which may be used from everywhere. */
    public Client add(String description, List<Feature> features) {
        return add(identifiers.token(LENGTH), identifiers.token(LENGTH), description, features);
    }

    Client add(String id, String secret, String description, List<Feature> features) {
        var client = new Client(
                id, application, secret, Optional.empty(), description, List.copyOf(features), AllowList.EVERYWHERE);
        if (!table.insert(id, client)) {
            throw new IllegalArgumentException("another client has the id " + id + " already");
        }
        return client;
    }

    /** Adds a client unless this application has one of that id. */
    void addIfNew(String id, String secret, String description, Feature feature) {
        if (find(id).isEmpty()) {
            add(id, secret, description, List.of(feature));
        }
    }

    public Optional<Client> find(String id) {
        return table.get(id).filter(client -> client.application().equals(application));
    }

    public List<Client> all() {
        return table.values().stream()
                .filter(client -> client.application().equals(application))
                .toList();
    }

    /** Puts a changed client in the place of the one with its id. */
    public void change(Client client) {
        table.put(client.id(), client);
    }

    public void delete(Client client) {
        table.remove(client.id());
    }

    /** A secret no one has yet. */
    public String newSecret() {
        return identifiers.token(LENGTH);
    }
}
