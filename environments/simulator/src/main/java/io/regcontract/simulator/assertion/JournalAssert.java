package io.regcontract.simulator.assertion;

import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.control.journal.CalledOperation;
import io.regcontract.simulator.control.journal.DocumentedError;
import io.regcontract.simulator.control.journal.Journal;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about the journal of an application: which errors its callers met, and what they did then. The journal is
 * read once, when the assertions begin.
 */
public final class JournalAssert extends AbstractAssert<JournalAssert, Journal> {

    private final JournalContent content;
    private final List<Reaction> reactions;

    JournalAssert(Journal journal) {
        super(journal, JournalAssert.class);
        this.content = journal.read();
        this.reactions = journal.reactions();
    }

    /** An error was met, at any operation, by any client, whatever its cause. */
    public JournalAssert met(DocumentedError error) {
        return met(error.code());
    }

    /** The error that a drill leads to was met. */
    public JournalAssert met(ErrorDrill drill) {
        return met(drill.code());
    }

    /** An error was met, by the number that was answered. */
    public JournalAssert met(int code) {
        if (content.met(code) == 0) {
            failWithMessage(
                    "%s",
                    "Expected " + application() + " to have met " + named(code) + ", and it has not. " + whatWasMet());
        }
        return this;
    }

    /** An error was met by calls of one operation. */
    public JournalAssert metAt(String operation, DocumentedError error) {
        boolean met = content.errors().stream()
                .anyMatch(
                        each -> each.code() == error.code() && each.operation().equals(operation));
        if (!met) {
            failWithMessage(
                    "%s",
                    "Expected " + application() + " to have met " + named(error.code()) + " at " + operation
                            + ", and it has not. " + whatWasMet());
        }
        return this;
    }

    /** An error was not met. */
    public JournalAssert hasNotMet(DocumentedError error) {
        return hasNotMet(error.code());
    }

    /** An error was not met, by the number that is answered. */
    public JournalAssert hasNotMet(int code) {
        if (content.met(code) > 0) {
            failWithMessage(
                    "%s", "Expected " + application() + " not to have met " + named(code) + ". " + whatWasMet());
        }
        return this;
    }

    /** No call that failed was made again at once, ten times or more. */
    public JournalAssert withoutRetryStorm() {
        return without(Reaction.RETRY_STORM);
    }

    /** No search behind a bound failed and was then left behind. */
    public JournalAssert withoutLostWindow() {
        return without(Reaction.LOST_WINDOW);
    }

    /** No search came back full and was taken for all there is. */
    public JournalAssert withoutTruncatedSearch() {
        return without(Reaction.TRUNCATED_SEARCH);
    }

    /** No call named a record that a failed create had not made. */
    public JournalAssert withoutIdOfNothing() {
        return without(Reaction.ID_OF_NOTHING);
    }

    /** Nothing of all this. What only warns, and what is not judged, is no part of it. */
    public JournalAssert hasNoForbiddenReaction() {
        return without("forbidden reaction", reaction -> reaction.verdict() == Verdict.FAILS);
    }

    /** No reaction that fails, and none that warns. */
    public JournalAssert hasNoReactionToWarnOf() {
        return without("reaction that fails or warns", reaction -> reaction.verdict() != Verdict.NOT_JUDGED);
    }

    private JournalAssert without(String rule) {
        return without(rule, reaction -> reaction.rule().equals(rule));
    }

    private JournalAssert without(String what, Predicate<Reaction> unwanted) {
        var found = reactions.stream().filter(unwanted).toList();
        if (!found.isEmpty()) {
            failWithMessage(
                    "%s",
                    "Expected no " + what + " of " + application() + ", and found:"
                            + found.stream().map(JournalAssert::shown).collect(Collectors.joining()));
        }
        if (content.forgotten() > 0) {
            failWithMessage(
                    "%s",
                    "Expected no " + what + " of " + application() + ", and that cannot be known: "
                            + content.forgotten()
                            + " calls made way for newer ones. Call forget() on the journal before each"
                            + " test.");
        }
        return this;
    }

    private static String shown(Reaction reaction) {
        return System.lineSeparator() + "- " + reaction.rule() + " ("
                + reaction.verdict().publicName() + "): " + reaction.sentence();
    }

    private String application() {
        return "the callers of application " + content.application();
    }

    private String whatWasMet() {
        long calls =
                content.operations().stream().mapToLong(CalledOperation::calls).sum();
        if (calls == 0) {
            return "There was no call.";
        }
        var times = new TreeMap<Integer, Long>();
        content.errors().forEach(error -> times.merge(error.code(), error.times(), Long::sum));
        var all = calls == 1 ? "one call" : calls + " calls";
        return times.isEmpty()
                ? "There was no error in " + all + "."
                : "Met in " + all + ": "
                        + times.entrySet().stream()
                                .map(error -> named(error.getKey())
                                        + (error.getValue() == 1 ? " once" : " " + error.getValue() + " times"))
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private static String named(int code) {
        return DocumentedError.of(code)
                .map(error -> code + " " + error.documentedName())
                .orElse(String.valueOf(code));
    }
}
