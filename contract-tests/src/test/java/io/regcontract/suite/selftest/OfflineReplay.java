package io.regcontract.suite.selftest;

import io.regcontract.check.CheckContext;
import io.regcontract.check.CheckContext.LogLookup;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.observe.Examiner;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.SeenTokens;
import io.regcontract.suite.sabotage.RawResponse;
import io.regcontract.suite.sabotage.RecordedAnswer;
import io.regcontract.suite.sabotage.Sabotage;
import io.regcontract.suite.sabotage.SabotageContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plays recorded answers again, broken, without a network: each pair is a short run of its own, in which the answers
 * that the sabotage draws on came before, through the same memory of tokens that the engine has.
 */
final class OfflineReplay {

    private static final String TOKEN = "request_token";

    private final List<RecordedAnswer> recorded;
    private final Examiner judge;
    private final Map<String, RecordedAnswer> byToken = new HashMap<>();
    private final Map<String, Around> around = new HashMap<>();

    /** What is around one recorded answer. */
    private record Around(
            List<RecordedAnswer> earlier, SabotageContext context, List<Observation.ExaminedCheck> inOrder) {}

    OfflineReplay(List<RecordedAnswer> recorded, Examiner judge) {
        this.recorded = List.copyOf(recorded);
        this.judge = judge;
        recorded.forEach(one -> one.answer().text(TOKEN).ifPresent(token -> byToken.put(token, one)));
        // An error among the results of a success is no whole answer that another call could get.
        var whole = recorded.stream()
                .filter(one -> one.expectation().element().isEmpty())
                .toList();
        var byOperation = whole.stream()
                .collect(Collectors.groupingBy(one -> one.requirement().operation()));
        var byCode = whole.stream().collect(Collectors.groupingBy(OfflineReplay::code));
        for (var one : recorded) {
            var operation = one.requirement().operation();
            // Of another code, then of the same operation, where there are such: the order of a run is free.
            var earlier = Stream.concat(
                            after(one, whole)
                                    .filter(other -> !right(one).contains(code(other)))
                                    .limit(1),
                            after(one, byOperation.getOrDefault(operation, List.of()))
                                    .limit(1))
                    .toList();
            var elsewhere = after(one, byCode.getOrDefault(code(one), List.of()))
                    .filter(other -> !other.requirement().operation().equals(operation))
                    .limit(1);
            around.put(
                    one.requirement().id(),
                    new Around(
                            earlier,
                            new SabotageContext(
                                    one.expectation().contract(),
                                    operation,
                                    one.circumstances().secrets(),
                                    one.expectation().holding(),
                                    one.expectation().element(),
                                    earlier.stream().map(RecordedAnswer::given).toList(),
                                    elsewhere.map(RecordedAnswer::given).toList()),
                            inOrder(one)));
        }
    }

    List<RecordedAnswer> recorded() {
        return recorded;
    }

    /** What a sabotage of this answer may draw on. */
    SabotageContext context(RecordedAnswer one) {
        return around(one).context();
    }

    /** The broken answer; nothing when there is nothing to break. */
    Optional<RawResponse> broken(Sabotage sabotage, RecordedAnswer one) {
        return sabotage.apply(one.reply(), context(one));
    }

    /** What becomes of a sabotage. */
    SabotagedRequirement play(Sabotage sabotage, RecordedAnswer one) {
        return broken(sabotage, one)
                .map(reply -> SabotageVerdict.of(
                        one,
                        sabotage,
                        reply.answer(),
                        examined(reply, one),
                        around(one).inOrder()))
                .orElseGet(() -> new SabotagedRequirement(
                        one.requirement(), sabotage, one.check(sabotage), false, "nothing was broken"));
    }

    /** What the checks say of an answer in place of the recorded one. */
    List<Observation.ExaminedCheck> examined(RawResponse reply, RecordedAnswer one) {
        var trail = new SeenTokens();
        around(one)
                .earlier()
                .forEach(before -> trail.contextOf(
                        before.requirement().id(),
                        before.answer().text(TOKEN),
                        before.circumstances().secrets(),
                        token -> log(token, before)));
        return examined(
                reply.answer(),
                one,
                token -> trail.contextOf(
                        one.requirement().id(), token, one.circumstances().secrets(), value -> log(value, one)));
    }

    /** What the checks said when it was recorded. */
    List<Observation.ExaminedCheck> inOrder(RecordedAnswer one) {
        return examined(one.answer(), one, token -> one.circumstances());
    }

    private List<Observation.ExaminedCheck> examined(
            Answer answer, RecordedAnswer one, Function<Optional<String>, CheckContext> circumstances) {
        return judge.examine(one.requirement(), answer, one.expectation(), circumstances).stream()
                .map(checked -> new Observation.ExaminedCheck(
                        checked.check().id(), checked.check().weight(), checked.finding(), checked.relaxedBy()))
                .toList();
    }

    /** What the API log has under a token, as recorded; the request it is asked for frames the time. */
    private LogLookup log(String token, RecordedAnswer asking) {
        var known = byToken.get(token);
        return known != null
                        && known.circumstances().log() instanceof LogLookup.Entry entry
                        && asking.circumstances().log() instanceof LogLookup.Entry own
                ? new LogLookup.Entry(entry.operation(), entry.code(), entry.time(), own.earliest(), own.latest())
                : new LogLookup.Unknown();
    }

    private Around around(RecordedAnswer one) {
        return Objects.requireNonNull(around.get(one.requirement().id()), "not recorded");
    }

    /** The others, beginning behind this one. */
    private static Stream<RecordedAnswer> after(RecordedAnswer one, List<RecordedAnswer> among) {
        var at = among.indexOf(one);
        return Stream.concat(among.stream().skip(at + 1L), among.stream().limit(Math.max(at, 0)));
    }

    /** The code that was answered. */
    private static int code(RecordedAnswer one) {
        return one.answer().code().orElse(one.requirement().code().code());
    }

    private static Set<Integer> right(RecordedAnswer one) {
        return Stream.concat(Stream.of(one.requirement().code()), one.expectation().holding().stream())
                .map(ErrorCode::code)
                .collect(Collectors.toSet());
    }
}
