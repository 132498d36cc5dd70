package io.regcontract.simulator.drill.change;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.drill.Undo;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Somebody else changes one thing of a client. */
public final class ClientEdit {

    private ClientEdit() {}

    /**
     * Changes one thing of a client.
     *
     * @param thing what is changed, in a word
     * @param part the same, read from a client
     * @param with the client with another such thing
     * @return changes that thing back, and leaves all else of the client as it is by then, unless the thing has been
     *     changed since; empty when another such change of the thing has not ended
     */
    public static <T> Optional<Undo> of(
            Application application,
            Client client,
            String thing,
            Function<Client, T> part,
            BiFunction<Client, T, Client> with,
            T other) {
        var clients = application.clients();
        var former = part.apply(client);
        var changed = with.apply(client, other);
        if (!clients.hold(client.id(), thing)) {
            return Optional.empty();
        }
        clients.change(changed);
        return Optional.of(() -> {
            clients.release(client.id(), thing);
            clients.changeAlsoAside(
                    client.id(),
                    present -> part.apply(present).equals(part.apply(changed)) ? with.apply(present, former) : present);
        });
    }
}
