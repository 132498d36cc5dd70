package io.regcontract.contract.validation;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves out of what was found what only echoes something else, and puts the rest in order. */
final class FindingFilter {

    private static final Set<String> UNEVALUATED = Set.of("unevaluatedProperties", "unevaluatedItems");

    /** At most this many findings are kept: nobody reads more, and the document may be hostile. */
    private static final int MOST = 100;

    private FindingFilter() {}

    /** @param declared the property names that the schemas know at any place */
    static List<SchemaFinding> tidy(List<SchemaFinding> all, Set<String> declared) {
        Set<String> wrongType = all.stream()
                .filter(finding -> finding.keyword().equals("type"))
                .map(SchemaFinding::pointer)
                .collect(Collectors.toSet());
        return all.stream()
                // A value of the wrong type is not the wanted constant either: once is enough.
                .filter(finding -> finding.keyword().equals("type") || !wrongType.contains(finding.pointer()))
                .filter(finding -> !isEcho(finding, all, declared))
                .distinct()
                .sorted(Comparator.comparing(SchemaFinding::pointer).thenComparing(SchemaFinding::keyword))
                .limit(MOST)
                .toList();
    }

    /** When a part of a schema fails, the validator forgets which properties that part had looked at and reports them as well, good or bad. */
    private static boolean isEcho(SchemaFinding finding, List<SchemaFinding> all, Set<String> declared) {
        if (!UNEVALUATED.contains(finding.keyword())) {
            return false;
        }
        int lastSlash = finding.pointer().lastIndexOf('/');
        String object = finding.pointer().substring(0, Math.max(lastSlash, 0));
        String name = finding.pointer().substring(lastSlash + 1);
        return declared.contains(name)
                && all.stream()
                        .filter(other -> !UNEVALUATED.contains(other.keyword()))
                        .anyMatch(other -> other.pointer().equals(object)
                                || other.pointer().startsWith(object + "/"));
    }
}
