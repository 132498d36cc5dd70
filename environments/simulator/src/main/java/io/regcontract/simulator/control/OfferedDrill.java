package io.regcontract.simulator.control;

import java.util.List;

/**
 * A drill that a simulator has, in its own words; a simulator of another version may have others than {@link ErrorDrill}.
 *
 * @param name by which it is armed, such as {@code access-token-expired}
 * @param code the documented error that it leads to
 * @param does a sentence on what it does to the application
 * @param ends how it ends, besides being undone
 * @param operations paths at which it can show
 * @param aims at what it can be aimed: group, operation, client, person
 */
public record OfferedDrill(
        String name, int code, String does, String ends, List<String> operations, List<String> aims) {

    public OfferedDrill {
        operations = List.copyOf(operations);
        aims = List.copyOf(aims);
    }
}
