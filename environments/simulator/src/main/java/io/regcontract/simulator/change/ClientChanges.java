package io.regcontract.simulator.change;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.client.AllowList;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.client.Feature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Changes the API clients of an application. */
public final class ClientChanges {

    private final Application application;

    /** The changes of an application's clients. */
    public ClientChanges(Application application) {
        this.application = application;
    }

    /**
     * The client with that id.
     *
     * @throws RefusedChangeException when the application has none
     */
    public Client client(String id) {
        return application
                .clients()
                .find(id)
                .orElseThrow(() -> RefusedChangeException.notThere(
                        "The application " + application.name() + " has no client \"" + id + "\"."));
    }

    /**
     * Adds a client, which may be used from everywhere.
     *
     * @param id made up when it is left out
     * @param secret made up when it is left out
     * @throws RefusedChangeException when a client of any application has the id
     */
    public Client add(Optional<String> id, Optional<String> secret, String description, List<Feature> features) {
        var clients = application.clients();
        try {
            return clients.add(
                    id.orElseGet(clients::newSecret), secret.orElseGet(clients::newSecret), description, features);
        } catch (IllegalArgumentException taken) {
            throw new RefusedChangeException("Another client has the id \"" + id.orElse("") + "\" already.");
        }
    }

    /** Deletes a client with all that was issued to it. */
    public void delete(Client client) {
        application.settings().forget(client.id());
        application.accessSchemas().forget(client);
        application.tokens().deleteAllOf(client.id());
        application.clients().delete(client);
    }

    /**
     * Gives a client a new secret.
     *
     * @param overlap how long the old one works on; no time: it ends at once
     */
    public Client rotateSecret(Client client, Duration overlap) {
        var former = new Client.FormerSecret(client.secret(), application.now().plus(overlap));
        return changed(client.withSecret(
                application.clients().newSecret(), overlap.isZero() ? Optional.empty() : Optional.of(former)));
    }

    /** Gives and takes features; what is in both is given. */
    public Client changeFeatures(Client client, List<Feature> give, List<Feature> take) {
        var features = new LinkedHashSet<>(client.features());
        take.forEach(features::remove);
        features.addAll(give);
        return changed(client.withFeatures(List.copyOf(features)));
    }

    /**
     * Lets exactly these addresses call; none at all when the list is empty.
     *
     * @param blocks such as {@code 10.0.0.0/8}
     * @throws RefusedChangeException when one is no block of IPv4 addresses
     */
    public Client allow(Client client, List<String> blocks) {
        blocks.stream()
                .flatMap(block -> AllowList.faultOf(block).stream())
                .findFirst()
                .ifPresent(fault -> {
                    throw new RefusedChangeException(Character.toUpperCase(fault.charAt(0)) + fault.substring(1)
                            + "; write blocks such as 10.0.0.0/8 or 192.0.2.1/32.");
                });
        return changed(client.withAllowList(blocks));
    }

    /**
     * Adds blocks to the addresses that may call and takes others off.
     *
     * @throws RefusedChangeException when one to add is no block, or one to take is not on the list
     */
    public Client changeAllowed(Client client, List<String> add, List<String> take) {
        var blocks = new ArrayList<>(client.allowList());
        for (var block : take) {
            if (!blocks.remove(block)) {
                throw new RefusedChangeException(
                        "\"" + block + "\" is not on the list of " + client.id() + ", which is " + blocks + ".");
            }
        }
        add.stream().filter(block -> !blocks.contains(block)).forEach(blocks::add);
        return allow(client, blocks);
    }

    private Client changed(Client client) {
        application.clients().change(client);
        return client;
    }
}
