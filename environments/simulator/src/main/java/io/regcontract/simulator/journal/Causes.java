package io.regcontract.simulator.journal;

import io.regcontract.simulator.control.journal.Cause;
import java.util.Map;
import java.util.Set;

/** Says why a call failed, from what had been changed from outside. */
final class Causes {

    /** Whatever happens to an application, these come from the arguments of a call alone. */
    private static final Set<Integer> ARGUMENTS = Set.of(100, 200, 201, 205, 234, 320);
    /** No caller can bring these about. */
    private static final Set<Integer> SERVICE = Set.of(226, 300, 480, 500, 504, 510);
    /** What a change by the control plane can lead to besides those; one that is not here may lead to anything. */
    private static final Map<String, Set<Integer>> CONSEQUENCES = Map.ofEntries(
            Map.entry("clock", Set.of(413, 414, 415, 416, 417)),
            Map.entry("maintenance", Set.of()),
            Map.entry("quota", Set.of()),
            Map.entry("storage", Set.of()),
            Map.entry("search-lag", Set.of()),
            Map.entry("social", Set.of()),
            Map.entry("hidden", Set.of(221, 224)),
            Map.entry("flows", Set.of(390, 540)),
            Map.entry("settings", Set.of(390, 420, 540)),
            Map.entry("clients", Set.of(221, 224, 402, 403, 413, 414, 415, 417, 420)),
            Map.entry("types", Set.of(214, 222, 223, 232, 233, 340, 341, 342, 352, 360, 361, 362, 363, 390)));

    private Causes() {}

    /**
     * Why a call failed.
     *
     * @param isDrilled whether a drill has changed what can lead to it
     * @param changes kinds of changes by the control plane, such as {@code clock}
     */
    static Cause of(int code, boolean isDrilled, Set<String> changes) {
        if (ARGUMENTS.contains(code)) {
            return Cause.CALLER;
        }
        if (isDrilled) {
            return Cause.DRILL;
        }
        boolean isFromOutside = SERVICE.contains(code)
                || changes.stream()
                        .anyMatch(change -> !CONSEQUENCES.containsKey(change)
                                || CONSEQUENCES.get(change).contains(code));
        return isFromOutside ? Cause.WORLD : Cause.CALLER;
    }
}
