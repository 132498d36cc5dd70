package io.regcontract.environment.loading;

import io.regcontract.contract.model.OperationScope;
import io.regcontract.contract.text.SafeText;
import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.environment.EnvironmentKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What clients, types and accounts that exist owe to the kind of the environment and to its operations: none that would never
 * be used, and none twice.
 */
final class FixtureRules {

    static final String CLIENTS = "/fixtures/clients";
    static final String TYPES = "/fixtures/types";
    static final String ACCOUNTS = "/fixtures/accounts";

    private static final Map<String, String> KEY_OF_EACH =
            Map.of(CLIENTS, "client-id", TYPES, "name", ACCOUNTS, "email");
    private static final Map<String, String> MADE_BY =
            Map.of(CLIENTS, "/clients/add", TYPES, "/entityType.create", ACCOUNTS, "/entity.create");

    private final YamlDocument document;
    private final List<Problem> problems;

    FixtureRules(YamlDocument document, List<Problem> problems) {
        this.document = document;
        this.problems = problems;
    }

    /** Adds what is wrong to the problems. */
    void check(String kind) {
        for (var pointer : List.of(CLIENTS, TYPES, ACCOUNTS)) {
            var listed = document.json().at(pointer);
            if (listed.isMissingNode()) {
                continue;
            }
            if (!kind.equals(EnvironmentKind.REPLACEMENT.word())) {
                problems.add(document.problem(
                        pointer,
                        "only in a replacement these may have to exist: elsewhere the suite makes them itself",
                        "Remove this key, or write kind: replacement."));
            } else if (inScope(MADE_BY.get(pointer))) {
                problems.add(document.problem(
                        pointer,
                        "they would never be used: the suite makes what it needs by " + MADE_BY.get(pointer)
                                + ", which is in scope",
                        "Remove this key, or that operation from operations."));
            }
            noneTwice(pointer, listed.size());
        }
    }

    private boolean inScope(String operation) {
        return document.json()
                .at(ProfileReader.OPERATIONS)
                .valueStream()
                .anyMatch(glob -> OperationScope.means(glob.asString(""), operation));
    }

    private void noneTwice(String pointer, int size) {
        var seen = new HashSet<String>();
        for (int index = 0; index < size; index++) {
            var at = pointer + "/" + index + "/" + KEY_OF_EACH.get(pointer);
            document.text(at)
                    .filter(text -> !seen.add(text))
                    .ifPresent(text -> problems.add(document.problem(
                            at, SafeText.typed(text) + " stands here twice", "Remove one of the two.")));
        }
    }
}
