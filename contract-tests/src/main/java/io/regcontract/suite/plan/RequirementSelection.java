package io.regcontract.suite.plan;

import io.regcontract.contract.text.SafeText;
import io.regcontract.contract.text.Wildcard;
import io.regcontract.suite.scenario.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The chosen requirements: those that match every option that is set. */
final class RequirementSelection {

    private static final Pattern CODES = Pattern.compile("[0-9x]{3}");

    private final List<Predicate<Requirement>> conditions = new ArrayList<>();
    private final List<String> typed = new ArrayList<>();

    private RequirementSelection() {}

    /**
     * The selection that the options make.
     *
     * @throws InvalidSettingsException when one of them cannot be read
     */
    static RequirementSelection of(RunOptions options, PreviousRuns previousRuns) {
        var selection = new RequirementSelection();
        if (!options.requirements().isBlank()) {
            var globs = globs("req", options.requirements());
            selection.add("req", options.requirements(), requirement -> matches(globs, requirement.id()));
        }
        if (!options.codes().isBlank()) {
            var codes = codes(options.codes());
            selection.add("code", options.codes(), requirement -> codes.stream().anyMatch(pattern -> pattern.matcher(
                            Integer.toString(requirement.code().code()))
                    .matches()));
        }
        if (!options.operations().isBlank()) {
            var globs = globs("operation", options.operations());
            selection.add(
                    "operation",
                    options.operations(),
                    requirement -> matches(globs, requirement.operation())
                            || matches(globs, requirement.operation().substring(1)));
        }
        if (!options.failedFrom().isBlank()) {
            Set<String> failed = previousRuns.failedIn(options.failedFrom());
            if (failed.isEmpty()) {
                throw new InvalidSettingsException("run " + previousRuns.named(options.failedFrom())
                        + " found nothing contradicted or broken, and left nothing out: there is nothing to try again."
                        + " Leave out -DfailedFrom to drive everything.");
            }
            selection.add("failedFrom", options.failedFrom(), requirement -> failed.contains(requirement.id()));
        }
        return selection;
    }

    boolean holds(Requirement requirement) {
        return conditions.stream().allMatch(condition -> condition.test(requirement));
    }

    /** As it was typed, {@code -Dcode=361 -Doperation=/entity*}. */
    @Override
    public String toString() {
        return String.join(" ", typed);
    }

    private void add(String option, String value, Predicate<Requirement> condition) {
        typed.add("-D" + option + "=" + value);
        conditions.add(condition);
    }

    private static List<Pattern> codes(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .map(code -> {
                    if (!CODES.matcher(code).matches()) {
                        throw new InvalidSettingsException(SafeText.typed(code)
                                + " is no code: write three digits, with x for any, as in" + " -Dcode=361,36x.");
                    }
                    return Pattern.compile(code.replace("x", "[0-9]"));
                })
                .toList();
    }

    /** Patterns where {@code *} stands for any text and {@code ?} for any one character. */
    private static List<Wildcard> globs(String option, String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(glob -> Wildcard.of(glob)
                        .orElseThrow(() -> new InvalidSettingsException("-D" + option + ": " + SafeText.typed(glob)
                                + " is no pattern: write " + Wildcard.FORM + ", as in -Dreq=REG-36?.entity-*.")))
                .toList();
    }

    private static boolean matches(List<Wildcard> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(text));
    }
}
