package io.regcontract.simulator.drill.change;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.drill.Undo;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Somebody else changes one thing of a client. */
public final class ClientEdit {

    private ClientEdit() {}

    /**
     * Changes one thing of a client.
     *
     * @param part what is changed
     * @param with the client with another such thing
     * @return changes that thing back, and leaves all else of the client as it is by then, unless the thing has been
     *     changed since
     */
    public static <T> Undo of(
            Application application,
            Client client,
            Function<Client, T> part,
            BiFunction<Client, T, Client> with,
            T other) {
        var clients = application.clients();
        var former = part.apply(client);
        var changed = with.apply(client, other);
        clients.change(changed);
        return () -> clients.changeAlsoAside(
                client.id(),
                present -> part.apply(present).equals(part.apply(changed)) ? with.apply(present, former) : present);
    }
}
