package io.regcontract.simulator.drill;

import java.util.OptionalInt;
import java.util.Set;

/**
 * What a drill is.
 *
 * @param name for life, in lower case with dashes
 * @param code the documented error that it leads to; empty for what is no error of the API
 * @param sentence what it does to the application
 * @param end how it ends, besides being undone
 * @param operations paths at which it can show
 * @param aims at what it can be aimed
 */
public record DrillDescription(
        String name, OptionalInt code, String sentence, String end, Set<String> operations, Set<DrillAim.Kind> aims) {

    /** What a drill is that leads to a documented error. */
    public DrillDescription(
            String name, int code, String sentence, String end, Set<String> operations, Set<DrillAim.Kind> aims) {
        this(name, OptionalInt.of(code), sentence, end, operations, aims);
    }
}
