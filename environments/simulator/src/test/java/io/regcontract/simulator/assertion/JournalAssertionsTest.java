package io.regcontract.simulator.assertion;

import static io.regcontract.simulator.assertion.JournalAssertions.assertThat;
import static io.regcontract.simulator.control.journal.DocumentedError.API_FEATURE_DISABLED;
import static io.regcontract.simulator.control.journal.DocumentedError.API_LIMIT_ERROR;
import static io.regcontract.simulator.control.journal.DocumentedError.UNIQUE_VIOLATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.control.journal.CalledOperation;
import io.regcontract.simulator.control.journal.DocumentedError;
import io.regcontract.simulator.control.journal.Journal;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.JournalMark;
import io.regcontract.simulator.control.journal.MetError;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import io.regcontract.simulator.error.SimulatedErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the assertions take, and what they say when they do not. */
class JournalAssertionsTest {

    private final List<MetError> errors = new ArrayList<>();
    private final List<Reaction> reactions = new ArrayList<>();
    private long calls;
    private long forgotten;

    @Test
    void takesWhatWasMetAndDone() {
        met("/entity.find", 480, 3);
        assertThat(journal())
                .met(API_FEATURE_DISABLED)
                .met(ErrorDrill.MAINTENANCE)
                .met(480)
                .metAt("/entity.find", API_FEATURE_DISABLED)
                .hasNotMet(API_LIMIT_ERROR)
                .withoutRetryStorm()
                .withoutLostWindow()
                .withoutTruncatedSearch()
                .withoutIdOfNothing()
                .hasNoForbiddenReaction()
                .hasNoReactionToWarnOf();
    }

    @Test
    void saysWhatWasMetInstead() {
        met("/entity.find", 480, 3);
        met("/entity", 999, 1);
        assertThatThrownBy(() -> assertThat(journal()).met(API_LIMIT_ERROR))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected the callers of application shop to have met 510 api_limit_error, and it has not."
                        + " Met in 12 calls: 480 api_feature_disabled 3 times, 999 once.");
        assertThatThrownBy(() -> assertThat(journal()).metAt("/entity.count", API_FEATURE_DISABLED))
                .hasMessage("Expected the callers of application shop to have met 480 api_feature_disabled at"
                        + " /entity.count, and it has not. Met in 12 calls: 480 api_feature_disabled 3 times, 999"
                        + " once.");
        assertThatThrownBy(() -> assertThat(journal()).hasNotMet(API_FEATURE_DISABLED))
                .hasMessage("Expected the callers of application shop not to have met 480 api_feature_disabled. Met in"
                        + " 12 calls: 480 api_feature_disabled 3 times, 999 once.");
    }

    @Test
    void saysThatThereWasNoErrorOrNoCall() {
        assertThatThrownBy(() -> assertThat(journal()).met(UNIQUE_VIOLATION))
                .hasMessage("Expected the callers of application shop to have met 361 unique_violation, and it has"
                        + " not. There was no call.");
        calls = 1;
        assertThatThrownBy(() -> assertThat(journal()).met(UNIQUE_VIOLATION))
                .hasMessage("Expected the callers of application shop to have met 361 unique_violation, and it has"
                        + " not. There was no error in one call.");
    }

    @Test
    void showsEveryReactionThatWasNotWanted() {
        reacted(Reaction.RETRY_STORM, Verdict.FAILS, "Far too often.");
        reacted(Reaction.LOST_WINDOW, Verdict.FAILS, "Gone.");
        reacted(Reaction.UNREPEATED_WRITE, Verdict.WARNS, "Not written.");
        reacted(Reaction.NOTHING_MORE_CAME, Verdict.NOT_JUDGED, "The end.");
        var storm = System.lineSeparator() + "- retry-storm (fails): Far too often.";
        var lost = System.lineSeparator() + "- lost-window (fails): Gone.";

        assertThatThrownBy(() -> assertThat(journal()).withoutRetryStorm())
                .hasMessage("Expected no retry-storm of the callers of application shop, and found:" + storm);
        assertThatThrownBy(() -> assertThat(journal()).withoutLostWindow())
                .hasMessage("Expected no lost-window of the callers of application shop, and found:" + lost);
        assertThatThrownBy(() -> assertThat(journal()).hasNoForbiddenReaction())
                .hasMessage(
                        "Expected no forbidden reaction of the callers of application shop, and found:" + storm + lost);
        assertThatThrownBy(() -> assertThat(journal()).hasNoReactionToWarnOf())
                .hasMessage("Expected no reaction that fails or warns of the callers of application shop, and found:"
                        + storm + lost + System.lineSeparator() + "- unrepeated-write (warns): Not written.");
        assertThat(journal()).withoutTruncatedSearch().withoutIdOfNothing();
    }

    @Test
    void doesNotPassWhereCallsMadeWay() {
        forgotten = 7;
        assertThatThrownBy(() -> assertThat(journal()).hasNoForbiddenReaction())
                .hasMessage("Expected no forbidden reaction of the callers of application shop, and that cannot be"
                        + " known: 7 calls made way for newer ones. Call forget() on the journal before each test.");
    }

    @Test
    void namesTheErrorsThatTheSimulatorHas() {
        assertThat(Arrays.stream(DocumentedError.values())
                        .map(error -> error.name() + " " + error.code() + " " + error.documentedName()))
                .as(
                        "the constants of DocumentedError (control/journal), beside those of SimulatedErrorCode; write the same")
                .containsExactlyElementsOf(Arrays.stream(SimulatedErrorCode.values())
                        .map(error -> error.name() + " " + error.number() + " " + error.documentedName())
                        .toList());
    }

    private void met(String operation, int code, long times) {
        calls = 12;
        errors.add(new MetError(
                operation,
                Optional.empty(),
                code,
                "e",
                times,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                0,
                0,
                times));
    }

    private void reacted(String rule, Verdict verdict, String sentence) {
        reactions.add(new Reaction(rule, verdict, sentence, OptionalInt.empty(), List.of()));
    }

    private Journal journal() {
        var operations = calls == 0
                ? List.<CalledOperation>of()
                : List.of(new CalledOperation("/entity", Optional.empty(), calls, 0));
        var content =
                new JournalContent("shop", operations, List.copyOf(errors), List.of(), List.of(), 0, false, forgotten);
        return new Journal() {
            @Override
            public String application() {
                return "shop";
            }

            @Override
            public JournalContent read() {
                return content;
            }

            @Override
            public JournalContent readAfter(long sequence, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public JournalMark mark(String name) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Reaction> reactions() {
                return List.copyOf(reactions);
            }

            @Override
            public void forget() {
                throw new UnsupportedOperationException();
            }
        };
    }
}
