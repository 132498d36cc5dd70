package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.operation.Operation;
import java.util.List;

/** The operations under /clients. */
public final class ClientOperations {

    private ClientOperations() {}

    /** All of them. */
    public static List<Operation> all() {
        return List.of(
                new AddClient(),
                new ClearAllowList(),
                new DeleteClient(),
                new ListClients(),
                new ResetSecret(),
                new SetAllowList(),
                new SetDescription(),
                new SetFeatures());
    }
}
