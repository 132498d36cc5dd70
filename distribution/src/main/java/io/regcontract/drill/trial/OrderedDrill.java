package io.regcontract.drill.trial;

import java.util.List;

/**
 * A drill that was armed for a phase.
 *
 * @param aims what it was narrowed to, such as {@code from call 3}
 * @param matched how many calls came that it was for
 * @param passedOver how many calls came that it was aimed at, and for which it could change nothing
 * @param tookEffect whether it has changed the application
 */
public record OrderedDrill(
        String id, String name, int code, List<String> aims, long matched, long passedOver, boolean tookEffect) {

    public OrderedDrill {
        aims = List.copyOf(aims);
    }
}
