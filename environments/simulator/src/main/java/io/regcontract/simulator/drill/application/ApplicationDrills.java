package io.regcontract.simulator.drill.application;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillOperations;
import java.util.List;

/** The drills of whole applications. */
public final class ApplicationDrills {

    private ApplicationDrills() {}

    /** All of them; of those that lead to one code, the plainest first. */
    public static List<Drill> all(DrillOperations operations) {
        return List.of(ApplicationUnfindable.byId(operations.all()), ApplicationUnfindable.onHost(operations.all()));
    }
}
