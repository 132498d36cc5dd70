package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.operation.Operation;
import java.util.List;

/** The operations on records. */
public final class EntityOperations {

    private EntityOperations() {}

    /** All of them. */
    public static List<Operation> all() {
        return List.of(
                new CountRecords(),
                new CreateRecord(),
                new CreateRecords(),
                new DeleteAccess(),
                new DeleteRecord(),
                new FindRecords(),
                new GetRecord(),
                WriteRecord.replacing(),
                WriteRecord.updating(),
                new AdoptElement(),
                new DeleteRecords(),
                new PurgeRecords());
    }
}
