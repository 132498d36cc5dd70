package io.regcontract.simulator.client;

import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The API clients of one application. */
public final class Clients {

    /** Characters of an id or secret, as recorded ones have. */
    public static final int LENGTH = 32;

    private final String application;
    private final Table<Client> table;
    private final Identifiers identifiers;
    /** What is to come back; not kept in a state file, in which it is deleted. */
    private final Map<String, Client> setAside = new ConcurrentHashMap<>();
    /** Ids of clients with what of them is changed for a while. */
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /**
     * The clients of one application.
     *
     * @param table the clients of all applications
     */
    public Clients(String application, Table<Client> table, Identifiers identifiers) {
        this.application = application;
        this.table = table;
        this.identifiers = identifiers;
    }

    /** Adds a client with a new id and secret, which may be used from everywhere. */
    public Client add(String description, List<Feature> features) {
        return add(identifiers.token(LENGTH), identifiers.token(LENGTH), description, features);
    }

    /**
     * Adds a client of a given id and secret, which may be used from everywhere.
     *
     * @throws IllegalArgumentException when another client, of any application, has the id
     */
    public Client add(String id, String secret, String description, List<Feature> features) {
        var client = new Client(
                id, application, secret, Optional.empty(), description, List.copyOf(features), AllowList.EVERYWHERE);
        if (!table.insert(id, client)) {
            throw new IllegalArgumentException("another client has the id " + id + " already");
        }
        return client;
    }

    /** Adds a client unless this application has one of that id. */
    public void addIfNew(String id, String secret, String description, Feature feature) {
        if (find(id).isEmpty()) {
            add(id, secret, description, List.of(feature));
        }
    }

    /** The client of this application with that id. */
    public Optional<Client> find(String id) {
        return table.get(id).filter(client -> client.application().equals(application));
    }

    /** All clients of this application. */
    public List<Client> all() {
        return table.values().stream()
                .filter(client -> client.application().equals(application))
                .toList();
    }

    /** Replaces the client with the same id. */
    public void change(Client client) {
        table.put(client.id(), client);
    }

    /** Deletes a client; does nothing when it is gone already. */
    public void delete(Client client) {
        table.remove(client.id());
    }

    /** Deletes a client for a while. */
    public void setAside(Client client) {
        setAside.put(client.id(), client);
        table.remove(client.id());
    }

    /** Brings a client back that was set aside, unless another one, of any application, has its id by now. */
    public void bringBack(String id) {
        Optional.ofNullable(setAside.remove(id)).ifPresent(client -> table.insert(id, client));
    }

    /**
     * Begins to change one thing of a client for a while.
     *
     * @return false when somebody else has begun to and not ended
     */
    public boolean hold(String id, String thing) {
        return held.add(id + " " + thing);
    }

    /** Ends what {@link #hold} began. */
    public void release(String id, String thing) {
        held.remove(id + " " + thing);
    }

    /** Changes a client, also one that is set aside; does nothing when there is none of that id. */
    public void changeAlsoAside(String id, UnaryOperator<Client> change) {
        find(id).ifPresent(client -> change(change.apply(client)));
        setAside.computeIfPresent(id, (unused, client) -> change.apply(client));
    }

    /** A new random secret. */
    public String newSecret() {
        return identifiers.token(LENGTH);
    }
}
