package io.regcontract.contract.validation;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.regcontract.contract.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a schema offers alternatives and none fits, the validator reports what is wrong with each of them. A person meant one: this keeps what is
 * wrong with the alternative that comes closest, and says so when none does.
 */
final class ClosestAlternative {

    private final JsonNode document;
    private final Function<Error, SchemaFinding> words;

    ClosestAlternative(JsonNode document, Function<Error, SchemaFinding> words) {
        this.document = document;
        this.words = words;
    }

    List<SchemaFinding> closest(List<Error> errors) {
        return narrowed(errors, 0);
    }

    /** @param from how far into their evaluation path the errors have been decided upon */
    private List<SchemaFinding> narrowed(List<Error> errors, int from) {
        List<SchemaFinding> findings = new ArrayList<>();
        Map<Choice, List<Error>> open = new LinkedHashMap<>();
        for (Error error : errors) {
            Choice choice = Choice.firstOn(error, from);
            if (choice == null) {
                findings.add(words.apply(error));
            } else {
                open.computeIfAbsent(choice, key -> new ArrayList<>()).add(error);
            }
        }
        open.forEach((choice, among) -> findings.addAll(decided(choice, among)));
        return findings;
    }

    private List<SchemaFinding> decided(Choice choice, List<Error> errors) {
        Map<Integer, List<Error>> branches = errors.stream()
                .filter(choice::hasBranch)
                .collect(Collectors.groupingBy(choice::branch, TreeMap::new, Collectors.toList()));
        if (branches.isEmpty()) {
            return errors.stream().map(words).toList();
        }
        int best = branches.values().stream().mapToInt(choice::distance).min().orElseThrow();
        List<List<SchemaFinding>> closest = branches.values().stream()
                .filter(branch -> choice.distance(branch) == best)
                .map(branch -> narrowed(branch, choice.depth() + 2))
                .toList();
        return closest.size() == 1 ? closest.get(0) : List.of(undecided(choice, closest));
    }

    private SchemaFinding undecided(Choice choice, List<List<SchemaFinding>> closest) {
        JsonNode found = document.at(choice.subject());
        boolean alike = closest.stream()
                .allMatch(
                        branch -> branch.size() == 1 && branch.get(0).pointer().equals(choice.subject()));
        String expected = alike
                ? closest.stream()
                        .map(branch -> branch.get(0).expected())
                        .distinct()
                        .collect(Collectors.joining(" or "))
                : "one of " + SafeText.count(closest.size(), "form") + ", and it fits none";
        return FindingMessages.finding(choice.subject(), choice.keyword(), expected, SafeText.of(found));
    }

    /**
     * One place where a schema offers alternatives, applied to one value.
     *
     * @param path the evaluation path up to the keyword
     * @param depth how many names that path has
     * @param subject JSON pointer of the value
     */
    private record Choice(String path, String keyword, int depth, String subject) {

        /** The first place on the way to an error that is not decided yet. */
        static @Nullable Choice firstOn(Error error, int from) {
            NodePath path = error.getEvaluationPath();
            int steps = 0;
            int i = 0;
            while (i < path.getNameCount()) {
                String name = path.getName(i);
                switch (name) {
                    case "oneOf", "anyOf" -> {
                        if (i >= from) {
                            return new Choice(prefix(path, i + 1), name, i, prefix(error.getInstanceLocation(), steps));
                        }
                        i += 2;
                    }
                    case "properties", "patternProperties", "prefixItems" -> {
                        steps++;
                        i += 2;
                    }
                    case "items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "contains" -> {
                        steps++;
                        i++;
                    }
                    case "allOf", "dependentSchemas" -> i += 2;
                    default -> i++;
                }
            }
            return null;
        }

        boolean hasBranch(Error error) {
            return error.getEvaluationPath().getNameCount() > depth + 1;
        }

        int branch(Error error) {
            return Integer.parseInt(error.getEvaluationPath().getName(depth + 1));
        }

        /** How far the value is from an alternative: one of another kind altogether is farther than one with any number of slips. */
        int distance(List<Error> branch) {
            return branch.size() + (branch.stream().anyMatch(this::isOfAnotherKind) ? 1_000_000 : 0);
        }

        private boolean isOfAnotherKind(Error error) {
            int below = error.getInstanceLocation().getNameCount() - names(subject);
            return switch (error.getKeyword()) {
                case "type" -> below == 0;
                case "const", "enum" -> below <= 1;
                default -> false;
            };
        }

        private static int names(String pointer) {
            return (int) pointer.chars().filter(c -> c == '/').count();
        }

        private static String prefix(NodePath path, int names) {
            NodePath start = path;
            while (start.getNameCount() > names) {
                start = start.getParent();
            }
            return start.toString();
        }
    }
}
