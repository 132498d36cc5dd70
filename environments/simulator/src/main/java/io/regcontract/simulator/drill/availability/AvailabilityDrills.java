package io.regcontract.simulator.drill.availability;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillOperations;
import java.util.List;

/** The drills of what an application can do for anyone at the time: maintenance, quota, storage. */
public final class AvailabilityDrills {

    private AvailabilityDrills() {}

    /** All of them; of those that lead to one code, the plainest first. */
    public static List<Drill> all(DrillOperations operations) {
        return List.of(new Maintenance(operations.all()));
    }
}
