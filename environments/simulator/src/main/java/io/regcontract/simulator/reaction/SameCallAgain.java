package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.Bound;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.NamedId;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.SearchPage;
import io.regcontract.simulator.control.journal.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A call that failed was made again too soon, the very same, too often. */
final class SameCallAgain implements ReactionRule {

    /** How many repetitions are many: three or five without a pause are bad manners, ten have no end in sight. */
    private static final int MANY = 10;
    /** Log-ins are counted: a few wrong ones lock the account for a while. */
    private static final int MANY_SIGN_INS = 3;

    private static final Set<String> SIGN_INS = Set.of("/oauth/auth_native_traditional", "/oauth/auth_native");
    private static final Set<Integer> REFUSED_SIGN_IN = Set.of(210, 213, 390);
    private static final int LIMIT = 510;

    private final String name;
    private final Verdict verdict;
    private final Predicate<JournalCall> isAbout;
    private final Predicate<QuickCalls> isTooMuch;
    private final Duration pause;
    private final Function<QuickCalls, String> consequence;

    private record Same(
            String operation,
            Optional<String> clientId,
            long fingerprint,
            List<NamedId> ids,
            List<Bound> bounds,
            Optional<OptionalInt> maxResults,
            Optional<Long> firstResult) {

        static Same of(JournalCall call) {
            return new Same(
                    call.operation(),
                    call.clientId(),
                    call.fingerprint(),
                    call.ids(),
                    call.bounds(),
                    call.page().map(SearchPage::maxResults),
                    call.page().map(SearchPage::firstResult));
        }
    }

    private SameCallAgain(
            String name,
            Verdict verdict,
            Predicate<JournalCall> isAbout,
            Duration pause,
            Predicate<QuickCalls> isTooMuch,
            Function<QuickCalls, String> consequence) {
        this.name = name;
        this.verdict = verdict;
        this.isAbout = isAbout;
        this.pause = pause;
        this.isTooMuch = isTooMuch;
        this.consequence = consequence;
    }

    /** Any call, ten times or more, each within 100 milliseconds. */
    static SameCallAgain storm() {
        return new SameCallAgain(
                Reaction.RETRY_STORM,
                Verdict.FAILS,
                call -> true,
                QuickCalls.PAUSE,
                series -> series.following() >= MANY,
                series -> " and was made again " + CallText.times(series.following())
                        + ", the very same call, each time within 100 ms. Wait before a call is made again, longer each"
                        + " time, and give up after a few.");
    }

    /** A sign-in that was refused, three times or more, each within five seconds. */
    static SameCallAgain signIn() {
        return new SameCallAgain(
                Reaction.SIGN_IN_REPEATED,
                Verdict.WARNS,
                call -> SIGN_INS.contains(call.operation())
                        && REFUSED_SIGN_IN.contains(call.code().orElse(0)),
                Duration.ofSeconds(5),
                series -> series.following() >= MANY_SIGN_INS,
                series -> ", and " + CallText.client(series.first()) + " made the very same sign-in again "
                        + CallText.times(series.following())
                        + ", each time within 5 seconds: log-ins are counted, and the same password does no better. Ask"
                        + " the person.");
    }

    /** A call after 510, ten times or more, each within a second; without any pause it is another rule's. */
    static SameCallAgain afterLimit() {
        return new SameCallAgain(
                Reaction.CALLS_AFTER_LIMIT,
                Verdict.WARNS,
                call -> call.met(LIMIT),
                Duration.ofSeconds(1),
                series -> series.following() >= MANY && !series.isWithoutPause(),
                series -> ", and " + CallText.client(series.first()) + " made the very same call again "
                        + CallText.times(series.following())
                        + ", each time within a second. Wait longer each time, a minute at least where nothing else is"
                        + " known.");
    }

    @Override
    public List<Reaction> judge(JournalContent journal) {
        var found = new ArrayList<QuickCalls>();
        Map<Same, QuickCalls> running = new HashMap<>();
        for (var call : journal.calls()) {
            var same = Same.of(call);
            var series = running.get(same);
            boolean isFailure = !call.succeeded() && isAbout.test(call);
            if (series != null && series.goesOnWith(call, isFailure || isAbout.test(call))) {
                if (!isFailure) {
                    end(running.remove(same), found);
                }
                continue;
            }
            end(series, found);
            running.remove(same);
            if (isFailure) {
                running.put(same, new QuickCalls(call, pause));
            }
        }
        running.values().forEach(series -> end(series, found));
        return found.stream().map(this::reaction).toList();
    }

    private void end(@Nullable QuickCalls series, List<QuickCalls> found) {
        if (series != null && isTooMuch.test(series)) {
            found.add(series);
        }
    }

    private Reaction reaction(QuickCalls series) {
        var first = series.first();
        return CallText.reaction(
                name,
                verdict,
                CallText.named(first) + " failed with " + CallText.error(first) + consequence.apply(series),
                first,
                series.all());
    }
}
