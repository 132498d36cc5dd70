package io.regcontract.simulator.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Reaction.Evidence;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule, with what it finds and what it must leave alone. */
class ReactionsTest {

    private static final String MONDAY = "2026-03-02T00:00:00Z";
    private static final String TUESDAY = "2026-03-03T00:00:00Z";
    private static final String WEDNESDAY = "2026-03-04T00:00:00Z";

    private final JournalSketch journal = new JournalSketch();

    @Test
    void findsAWindowThatWasLost() {
        journal.find().changedAfter(MONDAY).failed(500);
        journal.find().changedAfter(TUESDAY).found(3);

        var found = found("lost-window");
        assertThat(found.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(found.code()).hasValue(500);
        assertThat(found.calls()).extracting(Evidence::sequence).containsExactly(1L, 2L);
        assertThat(found.sentence())
                .isEqualTo("/entity.find (call 1) for lastUpdated > 2026-03-02T00:00:00Z failed with 500 error_500 and"
                        + " was never made again, and /entity.find (call 2) begins behind it, at lastUpdated >"
                        + " 2026-03-03T00:00:00Z: what lies between is lost. Move the mark only after a search has"
                        + " succeeded.");
    }

    @Test
    void findsAPageOfAWindowThatWasLostAcrossTwoRuns() {
        journal.find().changedAfter(MONDAY).atMost(50).found(50);
        journal.find().changedAfter(MONDAY).atMost(50).from(50).failed(480);
        journal.note("run again");
        journal.find().changedAfter(TUESDAY).atMost(50).found(3);

        assertThat(found("lost-window").calls()).extracting(Evidence::sequence).containsExactly(2L, 4L);
    }

    @Test
    void leavesAWindowAloneThatWasSearchedAgain() {
        journal.find().changedAfter(MONDAY).failed(500);
        journal.find().changedAfter(MONDAY).found(3);
        journal.find().changedAfter(TUESDAY).found(3);
        assertThat(rules()).isEmpty();
    }

    @Test
    void leavesAWindowAloneThatIsPartOfALaterOne() {
        journal.find().changedAfter(TUESDAY).failed(500);
        journal.note("run again");
        journal.find().changedAfter(MONDAY).found(9);
        journal.find().changedAfter(WEDNESDAY).found(0);
        assertThat(rules()).isEmpty();
    }

    @Test
    void takesNoOtherSearchAndNoOtherClientForTheOneThatLostAWindow() {
        journal.find().changedAfter(MONDAY).failed(500);
        journal.find().changedAfter(TUESDAY).with(2).found(3);
        journal.find().changedAfter(TUESDAY).by("other").found(3);
        assertThat(rules()).containsExactly("abandoned-search");
    }

    @Test
    void knowsARepetitionThatFailsForAFurtherLoss() {
        journal.find().changedAfter(MONDAY).failed(500);
        journal.find().changedAfter(MONDAY).failed(500);
        journal.find().changedAfter(TUESDAY).found(3);
        assertThat(found("lost-window").calls()).extracting(Evidence::sequence).containsExactly(2L, 3L);
    }

    @Test
    void findsASearchThatWasCutShort() {
        journal.find().changedAfter(MONDAY).found(100);
        journal.find().changedAfter(TUESDAY).found(7);

        var found = found("truncated-search");
        assertThat(found.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(found.code()).isEmpty();
        assertThat(found.sentence())
                .isEqualTo("/entity.find (call 1) for lastUpdated > 2026-03-02T00:00:00Z had no max_results and came"
                        + " back with 100 results, as many as come by default; its next page was never asked for, and"
                        + " /entity.find (call 2) begins behind it, at lastUpdated > 2026-03-03T00:00:00Z: the results"
                        + " after these are lost. Ask with first_result until a page is not full.");
    }

    @Test
    void leavesASearchAloneWhoseNextPageWasAskedFor() {
        journal.find().changedAfter(MONDAY).found(100);
        journal.find().changedAfter(MONDAY).from(100).found(20);
        journal.find().changedAfter(TUESDAY).found(7);
        assertThat(rules()).isEmpty();
    }

    @Test
    void leavesASearchAloneThatGoesOnBehindTheIdOfItsLastResult() {
        journal.find().changedAfter(MONDAY).found(100);
        journal.find().changedAfter(MONDAY).idAbove(100).found(20);
        journal.find().changedAfter(TUESDAY).found(7);
        assertThat(rules()).isEmpty();
    }

    @Test
    void leavesASearchAloneThatGoesOnFromTheTimeOfItsLastResult() {
        journal.find().changedAfter(MONDAY).reaching(TUESDAY).found(100);
        journal.find().changedAfter(TUESDAY).found(7);
        assertThat(rules()).isEmpty();
    }

    @Test
    void findsASearchInOrderThatGoesOnBehindItsLastResult() {
        journal.find().changedAfter(MONDAY).reaching(TUESDAY).found(100);
        journal.find().changedAfter(WEDNESDAY).found(7);
        assertThat(rules()).containsExactly("truncated-search");
    }

    @Test
    void leavesAPageAloneThatIsNotFullOrWasSizedByTheCaller() {
        journal.find().changedAfter(MONDAY).found(99);
        journal.find().changedAfter(TUESDAY).atMost(1_000).found(100);
        journal.find().changedAfter(WEDNESDAY).found(7);
        assertThat(rules()).isEmpty();
    }

    @Test
    void findsAnIdOfNothingAfterAFailedCreate() {
        journal.call("/entity.create").failed(361);
        journal.call("/entity.update").naming("uuid", "undefined", true).failed(200);
        journal.call("/access/getAccessToken").naming("uuid", "undefined", true).failed(200);
        journal.call("/entity.create").with(2).ok();

        var found = found("id-of-nothing");
        assertThat(found.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(found.code()).hasValue(361);
        assertThat(found.calls()).extracting(Evidence::sequence).containsExactly(1L, 2L, 3L);
        assertThat(found.sentence())
                .isEqualTo("/entity.create (call 1) failed with 361 error_361, and then /entity.update (call 2) names"
                        + " the uuid \"undefined\", which no record has (and 1 more): the answer was taken for a"
                        + " success. Look at stat before anything else of it is used.");
    }

    @Test
    void leavesAnIdOfNothingAloneWithoutAFailedCreate() {
        journal.call("/entity.update").naming("uuid", "null", true).failed(200);
        journal.call("/entity.create").ok();
        journal.call("/entity.update").naming("uuid", "null", true).failed(200);
        journal.call("/entity").ok();
        assertThat(rules()).isEmpty();
    }

    @Test
    void findsAStormAndSaysHowManyAndWhy() {
        for (int i = 0; i < 5; i++) {
            journal.call("/entity.update").after(2).repeated(i == 4 ? 300 : 0).failed(510);
        }
        journal.call("/entity.update").after(50).ok();

        var found = found("retry-storm");
        assertThat(found.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(found.code()).hasValue(510);
        assertThat(found.sentence())
                .isEqualTo("/entity.update (call 1) failed with 510 error_510 and was made again 305 times, the very"
                        + " same call, each time within 100 ms. Wait before a call is made again, longer each time, and"
                        + " give up after a few.");
    }

    @Test
    void leavesRetriesAloneThatAreFewOrWait() {
        for (int i = 0; i < 5; i++) {
            journal.call("/entity.update").after(2).failed(500);
        }
        journal.call("/entity.update").ok();
        for (int i = 0; i < 20; i++) {
            journal.call("/entity.update").after(101).failed(500);
        }
        journal.call("/entity.update").ok();
        assertThat(rules()).isEmpty();
    }

    @Test
    void leavesTheSameCallOfManyWorkersAloneAndDifferentCallsInARow() {
        for (int i = 0; i < 30; i++) {
            journal.call("/entity").after(-1).failed(500);
        }
        journal.call("/entity").ok();
        for (int i = 0; i < 30; i++) {
            journal.call("/entity").after(1).with(i).failed(500);
        }
        journal.call("/entity").ok();
        assertThat(rules()).isEmpty();
    }

    @Test
    void warnsOfAWriteThatWasNotMadeAgainWhenItsCauseHadPassed() {
        journal.call("/entity.create").with(1).drilled().failed(480);
        journal.call("/entity.create").with(2).drilled().failed(480);
        journal.undone();
        journal.call("/entity.create").with(3).ok();

        var found = found("unrepeated-write");
        assertThat(found.verdict()).isEqualTo(Verdict.WARNS);
        assertThat(found.calls()).extracting(Evidence::sequence).containsExactly(1L, 2L);
        assertThat(found.sentence())
                .isEqualTo("2 different calls of /entity.create failed with 480 error_480, which passes, and were not"
                        + " made again with success, though the client app went on after it had passed. Unless somebody"
                        + " works off a list of them, what they were to write is lost.");
    }

    @Test
    void warnsOfAWriteWithoutADrillOnceTheSameOperationSucceeds() {
        journal.call("/entity.create").with(1).failed(500);
        journal.call("/entity.create").with(2).ok();
        assertThat(rules()).containsExactly("unrepeated-write");
    }

    @Test
    void leavesAWriteAloneThatSucceededLater() {
        journal.call("/entity.create").drilled().failed(480);
        journal.undone();
        journal.note("run again");
        journal.call("/entity.create").ok();
        assertThat(rules()).isEmpty();
    }

    @Test
    void leavesAWriteAloneWhileItsCauseLastsAndOneThatWasRefusedForGood() {
        journal.call("/entity.create").drilled().failed(480);
        journal.call("/entity.create").with(2).failed(361);
        journal.call("/entity").ok();
        assertThat(rules()).isEmpty();
    }

    @Test
    void warnsOfFiveCallsWithoutAPauseAfterTheLimit() {
        journal.call("/entity").with(0).failed(510);
        for (int i = 1; i <= 5; i++) {
            journal.call("/entity").with(i).after(20).failed(510);
        }
        journal.call("/entity").ok();

        var found = found("calls-after-limit");
        assertThat(found.verdict()).isEqualTo(Verdict.WARNS);
        assertThat(found.sentence())
                .isEqualTo("/entity (call 1) failed with 510 error_510, and the client app went on with 5 calls that"
                        + " failed, each within 100 ms after the one before. The limit is for all calls of the"
                        + " application: let all of them wait.");
    }

    @Test
    void leavesFourCallsAfterTheLimitAloneAndSlowOnes() {
        journal.call("/entity").with(0).failed(510);
        for (int i = 1; i <= 4; i++) {
            journal.call("/entity").with(i).after(20).failed(510);
        }
        for (int i = 5; i <= 20; i++) {
            journal.call("/entity").with(i).after(150).failed(510);
        }
        journal.call("/entity").ok();
        assertThat(rules()).isEmpty();
    }

    @Test
    void warnsOfThreeCallsWithoutAPauseAfterTheClientWasRefused() {
        journal.call("/entity").with(0).failed(402);
        journal.call("/entity").with(1).after(1).failed(402);
        journal.call("/entity").with(2).after(1).failed(402);
        assertThat(rules()).containsExactly("nothing-more-came");
        journal.call("/entity").with(3).after(1).failed(402);
        assertThat(rules()).containsExactly("calls-after-refused-client", "nothing-more-came");
        assertThat(found("calls-after-refused-client").verdict()).isEqualTo(Verdict.WARNS);
    }

    @Test
    void doesNotJudgeWhatEndsWithAnError() {
        journal.find().idAbove(0).atMost(10).found(10);
        journal.find().idAbove(10).atMost(10).failed(480);

        var found = found("nothing-more-came");
        assertThat(found.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(found.sentence())
                .isEqualTo("/entity.find (call 2) failed with 480 error_480, and nothing more came from the client app:"
                        + " a program that reports the error stops just so, and so does one that takes it for the end"
                        + " of the data. Compare what it told with what is there, and run it again after the drill is"
                        + " undone.");
    }

    @Test
    void showsNoMoreThanTenCallsAsEvidence() {
        for (int i = 0; i < 40; i++) {
            journal.call("/entity").after(1).failed(500);
        }
        assertThat(found("retry-storm").calls()).hasSize(Reaction.MOST_EVIDENCE);
    }

    private List<String> rules() {
        return Reactions.to(journal.content()).stream().map(Reaction::rule).toList();
    }

    private Reaction found(String rule) {
        var all = Reactions.to(journal.content()).stream()
                .filter(each -> each.rule().equals(rule))
                .toList();
        assertThat(all).as(String.valueOf(rules())).hasSize(1);
        return all.get(0);
    }
}
