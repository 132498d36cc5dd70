package io.regcontract.simulator.journal;

import java.util.List;
import java.util.Set;

/** What the change of a drill can lead to besides the error that it is named for, also in calls that it does not wait for. */
final class DrillConsequences {

    private static final Set<Integer> RECORD_GONE = Set.of(210, 211, 212, 213, 310, 361, 380, 390, 413, 414, 415, 416);
    private static final Set<Integer> PASSWORD = Set.of(210, 211, 213, 214, 352, 390);
    private static final Set<Integer> RECORD_THERE = Set.of(210, 212, 213, 310, 360, 361, 380, 390);
    private static final Set<Integer> SCHEMA =
            Set.of(214, 222, 223, 226, 232, 233, 310, 340, 341, 342, 352, 360, 361, 362, 363, 390);
    private static final Set<Integer> FLOW = Set.of(226, 390, 540);
    private static final Set<Integer> CLIENT = Set.of(221, 224, 402, 403, 413, 414, 415, 417, 420);

    /** @param drills names of drills, or what the names of several begin with */
    private record Consequence(Set<Integer> codes, List<String> drills) {}

    private static final List<Consequence> ALL = List.of(
            new Consequence(RECORD_GONE, List.of("account-deleted", "record-deleted", "address-changed")),
            new Consequence(Set.of(310), List.of("element-deleted")),
            new Consequence(Set.of(330), List.of("record-changed")),
            new Consequence(
                    PASSWORD,
                    List.of(
                            "password-changed",
                            "password-removed",
                            "new-password-used-before",
                            "written-password-used-before")),
            new Consequence(RECORD_THERE, List.of("value-taken", "identity-taken", "address-taken")),
            new Consequence(
                    SCHEMA,
                    List.of(
                            "entity-type-",
                            "attribute-",
                            "flow-attribute-removed",
                            "constraint-added",
                            "rule-added",
                            "length-tightened")),
            new Consequence(
                    FLOW, List.of("form-tightened", "flow-form-broken", "flow-trigger-added", "default-flow-unknown")),
            new Consequence(
                    CLIENT,
                    List.of(
                            "client-",
                            "refresh-secret-replaced",
                            "redirect-uri-changed",
                            "access-grant-revoked",
                            "application-")),
            new Consequence(Set.of(413, 414, 415, 416, 417), List.of("clock-behind")));

    private DrillConsequences() {}

    /** Whether a drill of that name can lead to a code. */
    static boolean has(String drill, int code) {
        return ALL.stream()
                .anyMatch(each ->
                        each.codes().contains(code) && each.drills().stream().anyMatch(drill::startsWith));
    }
}
