package io.regcontract.check;

import io.regcontract.contract.SchemaFinding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Members of the envelope that have checks of their own. A schema would report them a second time under its own name,
 * and one broken promise would look like two.
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
                own.stream().map(f -> ServerText.text(f.actual())).collect(Collectors.joining("; ")));
    }
}
