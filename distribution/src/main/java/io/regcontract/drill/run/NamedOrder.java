package io.regcontract.drill.run;

import io.regcontract.simulator.control.DrillOrder;
import java.util.List;

/**
 * A drill that is to be armed.
 *
 * @param aims what it is narrowed to, in words
 */
public record NamedOrder(DrillOrder order, List<String> aims) {

    public NamedOrder {
        aims = List.copyOf(aims);
    }
}
