package io.regcontract.suite.selftest;

import io.regcontract.check.Answer;
import io.regcontract.check.Circumstances;
import io.regcontract.check.Circumstances.LogLookup;
import io.regcontract.contract.ErrorCode;
import io.regcontract.suite.observe.Examiner;
import io.regcontract.suite.observe.Observation.Examined;
import io.regcontract.suite.observe.TokenTrail;
import io.regcontract.suite.sabotage.Recorded;
import io.regcontract.suite.sabotage.Reply;
import io.regcontract.suite.sabotage.Sabotage;
import io.regcontract.suite.sabotage.Scene;
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
final class Trial {

    private static final String TOKEN = "request_token";

    private final List<Recorded> recorded;
    private final Examiner judge;
    private final Map<String, Recorded> byToken = new HashMap<>();
    private final Map<String, Around> around = new HashMap<>();

    /** What is around one recorded answer. */
    private record Around(List<Recorded> earlier, Scene scene, List<Examined> inOrder) {}

    Trial(List<Recorded> recorded, Examiner judge) {
        this.recorded = List.copyOf(recorded);
        this.judge = judge;
        recorded.forEach(one -> one.answer().text(TOKEN).ifPresent(token -> byToken.put(token, one)));
        // An error among the results of a success is no whole answer that another call could get.
        var whole = recorded.stream()
                .filter(one -> one.expectation().element().isEmpty())
                .toList();
        var byOperation = whole.stream()
                .collect(Collectors.groupingBy(one -> one.requirement().operation()));
        var byCode = whole.stream().collect(Collectors.groupingBy(Trial::code));
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
                            new Scene(
                                    one.expectation().contract(),
                                    operation,
                                    one.circumstances().secrets(),
                                    one.expectation().holding(),
                                    one.expectation().element(),
                                    earlier.stream().map(Recorded::given).toList(),
                                    elsewhere.map(Recorded::given).toList()),
                            inOrder(one)));
        }
    }

    List<Recorded> recorded() {
        return recorded;
    }

    /** What a sabotage of this answer may draw on. */
    Scene scene(Recorded one) {
        return around(one).scene();
    }

    /** The broken answer; nothing when there is nothing to break. */
    Optional<Reply> broken(Sabotage sabotage, Recorded one) {
        return sabotage.apply(one.reply(), scene(one));
    }

    /** What becomes of a sabotage. */
    Pair play(Sabotage sabotage, Recorded one) {
        return broken(sabotage, one)
                .map(reply -> Verdict.of(
                        one,
                        sabotage,
                        reply.answer(),
                        examined(reply, one),
                        around(one).inOrder()))
                .orElseGet(
                        () -> new Pair(one.requirement(), sabotage, one.check(sabotage), false, "nothing was broken"));
    }

    /** What the checks say of an answer in place of the recorded one. */
    List<Examined> examined(Reply reply, Recorded one) {
        var trail = new TokenTrail();
        around(one)
                .earlier()
                .forEach(before -> trail.circumstances(
                        before.requirement().id(),
                        before.answer().text(TOKEN),
                        before.circumstances().secrets(),
                        token -> log(token, before)));
        return examined(
                reply.answer(),
                one,
                token -> trail.circumstances(
                        one.requirement().id(), token, one.circumstances().secrets(), value -> log(value, one)));
    }

    /** What the checks said when it was recorded. */
    List<Examined> inOrder(Recorded one) {
        return examined(one.answer(), one, token -> one.circumstances());
    }

    private List<Examined> examined(
            Answer answer, Recorded one, Function<Optional<String>, Circumstances> circumstances) {
        return judge.examine(one.requirement(), answer, one.expectation(), circumstances).stream()
                .map(checked -> new Examined(
                        checked.check().id(), checked.check().weight(), checked.finding(), checked.relaxedBy()))
                .toList();
    }

    /** What the API log has under a token, as recorded; the request it is asked for frames the time. */
    private LogLookup log(String token, Recorded asking) {
        var known = byToken.get(token);
        return known != null
                        && known.circumstances().log() instanceof LogLookup.Entry entry
                        && asking.circumstances().log() instanceof LogLookup.Entry own
                ? new LogLookup.Entry(entry.operation(), entry.code(), entry.time(), own.earliest(), own.latest())
                : new LogLookup.Unknown();
    }

    private Around around(Recorded one) {
        return Objects.requireNonNull(around.get(one.requirement().id()), "not recorded");
    }

    /** The others, beginning behind this one. */
    private static Stream<Recorded> after(Recorded one, List<Recorded> among) {
        var at = among.indexOf(one);
        return Stream.concat(among.stream().skip(at + 1L), among.stream().limit(Math.max(at, 0)));
    }

    /** The code that was answered. */
    private static int code(Recorded one) {
        return one.answer().code().orElse(one.requirement().code().code());
    }

    private static Set<Integer> right(Recorded one) {
        return Stream.concat(Stream.of(one.requirement().code()), one.expectation().holding().stream())
                .map(ErrorCode::code)
                .collect(Collectors.toSet());
    }
}
