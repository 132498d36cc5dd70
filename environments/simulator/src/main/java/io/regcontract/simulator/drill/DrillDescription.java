package io.regcontract.simulator.drill;

import java.util.Set;

/**
 * What a drill is.
 *
 * @param name for life, in lower case with dashes
 * @param code the documented error that it leads to
 * @param sentence what it does to the application
 * @param end how it ends, besides being undone
 * @param operations paths at which it can show
 * @param aims at what it can be aimed
 */
public record DrillDescription(
        String name, int code, String sentence, String end, Set<String> operations, Set<DrillAim.Kind> aims) {}
