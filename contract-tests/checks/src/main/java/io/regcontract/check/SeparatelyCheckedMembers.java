package io.regcontract.check;

import io.regcontract.contract.validation.SchemaFinding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Members of the envelope that have a check of their own. Schema findings about them are dropped, so that one broken
 * promise is not reported twice.
 */
final class SeparatelyCheckedMembers {

    static final Set<String> POINTERS = Set.of("/code", "/error", "/error_description", "/request_token", "/stat");

    private SeparatelyCheckedMembers() {}

    static Finding remaining(List<SchemaFinding> findings) {
        var own = findings.stream()
                .filter(finding -> !POINTERS.contains(finding.pointer()))
                .toList();
        if (own.isEmpty()) {
            return Finding.holds();
        }
        return Finding.fails(
                own.stream().map(f -> f.pointer() + " " + f.expected()).collect(Collectors.joining("; ")),
                own.stream().map(f -> f.actual()).collect(Collectors.joining("; ")));
    }
}
