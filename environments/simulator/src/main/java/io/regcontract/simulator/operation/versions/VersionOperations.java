package io.regcontract.simulator.operation.versions;

import io.regcontract.simulator.operation.Operation;
import java.util.List;

/** The operations under /versions. */
public final class VersionOperations {

    private VersionOperations() {}

    /** All of them. */
    public static List<Operation> all() {
        return List.of(new GetRecordVersion(), new GetTypeVersion());
    }
}
