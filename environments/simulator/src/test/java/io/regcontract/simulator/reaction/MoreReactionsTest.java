package io.regcontract.simulator.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Reaction.Evidence;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reactions of several clients, to calls without an answer, and to pages that were given up. */
class MoreReactionsTest {

    private static final String MONDAY = "2026-03-02T00:00:00Z";
    private static final String TUESDAY = "2026-03-03T00:00:00Z";
    private static final String SIGN_IN = "/oauth/auth_native_traditional";

    private final JournalSketch journal = new JournalSketch();

    @Test
    void doesNotSayThatNothingMoreCameOfACallWithoutAClientThatWasMadeAgain() {
        journal.call("/entity").byNobodyKnown().failed(200);
        journal.call("/entity").by("login").with(2).ok();
        assertThat(rules()).isEmpty();

        journal.call("/oauth/token").byNobodyKnown().failed(205);
        journal.call("/entity").by("login").with(2).ok();
        assertThat(found("nothing-more-came").sentence()).contains("a caller without a client");
    }

    @Test
    void findsAnIdOfNothingOfAnotherClientThanTheOneWhoseCreateFailed() {
        journal.call("/oauth/register_native_traditional").by("login").failed(300);
        journal.call("/entity.update").by("owner").naming("uuid", "none", true).failed(310);
        journal.call("/entity").by("owner").ok();
        journal.call("/entity").by("login").ok();

        assertThat(found("id-of-nothing").calls())
                .extracting(Evidence::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void warnsOfAPageThatWasGivenUp() {
        journal.find().idAbove(0).atMost(10).found(10);
        journal.find().idAbove(10).atMost(10).failed(480);
        journal.call("/entity.count").ok();

        var found = found("abandoned-search");
        assertThat(found.verdict()).isEqualTo(Verdict.WARNS);
        assertThat(found.code()).hasValue(480);
        assertThat(found.calls()).extracting(Evidence::sequence).containsExactly(2L, 3L);
        assertThat(found.sentence())
                .isEqualTo(
                        "/entity.find (call 2) for id > 10 failed with 480 error_480 and was never made again, though"
                                + " the client app went on, with /entity.count (call 3): whatever it was to find is missing from"
                                + " what came of it. Make a search that failed again, or tell that the result is not whole.");
    }

    @Test
    void warnsOfSearchesWithoutABoundThatWereGivenUpForOthers() {
        journal.find().failed(500);
        journal.find().with(2).from(50).failed(500);
        journal.find().with(3).found(2);

        var found = found("abandoned-search");
        assertThat(found.calls()).extracting(Evidence::sequence).containsExactly(1L, 2L);
        assertThat(found.sentence()).startsWith("2 different searches at /entity.find failed with 500 error_500");
    }

    @Test
    void findsPagesThatWereLeftOut() {
        journal.find().from(0).atMost(50).found(50);
        journal.find().from(50).atMost(50).failed(510);
        journal.find().from(100).atMost(50).found(3);

        assertThat(found("lost-window").calls()).extracting(Evidence::sequence).containsExactly(2L, 3L);
        assertThat(rules()).containsExactly("lost-window");
    }

    @Test
    void findsIdsThatWereLeftOut() {
        journal.find().idAbove(0).failed(480);
        journal.find().idAbove(100).found(3);
        assertThat(rules()).containsExactly("lost-window");
    }

    @Test
    void leavesASearchAloneThatWasMadeAgainThatIsRefusedForGoodOrThatWasTheLastCall() {
        journal.find().idAbove(10).failed(480);
        journal.find().idAbove(10).found(3);
        journal.find().with(2).failed(480);
        journal.note("run again");
        journal.find().with(2).found(1);
        journal.find().with(3).failed(223);
        journal.call("/entity").by("other").ok();
        journal.call("/entity").ok();
        assertThat(rules()).isEmpty();
        journal.find().with(4).failed(480);
        journal.call("/entity").by("other").ok();
        assertThat(rules()).containsExactly("nothing-more-came");
    }

    @Test
    void findsAWindowThatWasLostWhenTheConnectionWasDropped() {
        journal.find().changedAfter(MONDAY).befallenBy("connection-dropped", false);
        journal.find().changedAfter(TUESDAY).found(3);

        var found = found("lost-window");
        assertThat(found.code()).isEmpty();
        assertThat(found.sentence()).contains("failed with connection-dropped and was never made again");
    }

    @Test
    void takesAnAnswerThatWasHeldForOneThatCameAMinuteLater() {
        journal.find().changedAfter(MONDAY).drilled().befallenBy("answer-held", true);
        journal.find().changedAfter(TUESDAY).after(61_000).found(3);
        assertThat(rules()).isEmpty();
        journal.find().changedAfter(TUESDAY).drilled().befallenBy("answer-held", true);
        journal.find().changedAfter("2026-03-04T00:00:00Z").after(10_000).found(3);
        assertThat(rules()).containsExactly("lost-window");
    }

    @Test
    void onlyWarnsOfAnAnswerThatWasHeldByADrillThatWasUndoneSince() {
        journal.find().changedAfter(MONDAY).drilled().befallenBy("answer-held", true);
        journal.undone();
        journal.find().changedAfter(TUESDAY).found(3);
        assertThat(rules()).containsExactly("abandoned-search");
    }

    @Test
    void findsAStormOfCallsThatGotNoAnswer() {
        for (int i = 0; i < 20; i++) {
            journal.call("/entity").after(2).befallenBy("connection-dropped", false);
        }
        journal.call("/entity").ok();
        assertThat(found("retry-storm").sentence())
                .contains("failed with connection-dropped and was made again 19 times");
    }

    @Test
    void warnsOfAWriteThatWasDroppedAndNotOfOneWhoseAnswerWas() {
        journal.call("/entity.create").with(1).drilled().befallenBy("answer-cut", true);
        journal.call("/entity.create").with(2).drilled().befallenBy("connection-dropped", false);
        journal.undone();
        journal.call("/entity.create").with(3).ok();

        var found = found("unrepeated-write");
        assertThat(found.calls()).extracting(Evidence::sequence).containsExactly(2L);
        assertThat(found.sentence()).contains("failed with connection-dropped, which passes");
    }

    @Test
    void warnsOfTheSameSignInAgainAndAgain() {
        journal.call(SIGN_IN).failed(213);
        journal.call(SIGN_IN).after(200).failed(213);
        journal.call(SIGN_IN).after(200).failed(390);
        journal.call(SIGN_IN).after(200).failed(390);
        journal.call(SIGN_IN).with(2).ok();

        var found = found("sign-in-repeated");
        assertThat(found.verdict()).isEqualTo(Verdict.WARNS);
        assertThat(found.code()).hasValue(213);
        assertThat(found.calls()).hasSize(4);
        assertThat(found.sentence())
                .isEqualTo("/oauth/auth_native_traditional (call 1) failed with 213 error_213, and the client app made"
                        + " the very same sign-in again 3 times, each time within 5 seconds: log-ins are counted, and"
                        + " the same password does no better. Ask the person.");
    }

    @Test
    void leavesSignInsAloneThatAreFewDifferentOrSlow() {
        for (int i = 0; i < 3; i++) {
            journal.call(SIGN_IN).after(200).failed(213);
        }
        journal.call(SIGN_IN).ok();
        for (int i = 0; i < 9; i++) {
            journal.call(SIGN_IN).with(10 + i).after(200).failed(213);
            journal.call(SIGN_IN).with(5).after(5_001).failed(213);
        }
        journal.call("/entity").ok();
        assertThat(rules()).isEmpty();
    }

    @Test
    void warnsOfTenRepetitionsWithinASecondEachAfterTheLimit() {
        for (int i = 0; i < 11; i++) {
            journal.call("/entity").after(130).failed(510);
        }
        journal.call("/entity").ok();

        var found = found("calls-after-limit");
        assertThat(found.verdict()).isEqualTo(Verdict.WARNS);
        assertThat(found.sentence())
                .isEqualTo(
                        "/entity (call 1) failed with 510 error_510, and the client app made the very same call again"
                                + " 10 times, each time within a second. Wait longer each time, a minute at least where nothing"
                                + " else is known.");
    }

    @Test
    void leavesNineRepetitionsAloneAndThoseThatWaitASecond() {
        for (int i = 0; i < 10; i++) {
            journal.call("/entity").after(130).failed(510);
        }
        journal.call("/entity").ok();
        for (int i = 0; i < 20; i++) {
            journal.call("/entity").after(1_001).failed(510);
        }
        journal.call("/entity").ok();
        assertThat(rules()).isEmpty();
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
