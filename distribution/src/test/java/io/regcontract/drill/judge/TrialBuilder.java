package io.regcontract.drill.judge;

import io.regcontract.drill.trial.OrderedDrill;
import io.regcontract.drill.trial.Phase;
import io.regcontract.drill.trial.ProgramEnd;
import io.regcontract.drill.trial.RecordCount;
import io.regcontract.drill.trial.Told;
import io.regcontract.drill.trial.ToldClaim;
import io.regcontract.drill.trial.Trial;
import io.regcontract.simulator.control.OfferedDrill;
import io.regcontract.simulator.control.journal.ActiveDrill;
import io.regcontract.simulator.control.journal.CallFailure;
import io.regcontract.simulator.control.journal.CalledOperation;
import io.regcontract.simulator.control.journal.Cause;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.JournalMark;
import io.regcontract.simulator.control.journal.MetError;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A trial as a test describes it: calls in their order, phases between them. */
public final class TrialBuilder {

    private static final Instant TIME = Instant.parse("2026-11-27T12:00:00Z");
    private static final String TOKEN = "0123456789abcdef";

    private final List<JournalCall> calls = new ArrayList<>();
    private final List<JournalMark> marks = new ArrayList<>();
    private final List<Reaction> reactions = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private final List<OfferedDrill> offered = new ArrayList<>();
    private final List<OrderedDrill> drills = new ArrayList<>();
    private final List<ToldClaim> told = new ArrayList<>();
    private final List<ToldClaim> toldOfAll = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private OptionalLong before = OptionalLong.of(0);
    private OptionalLong drilled = OptionalLong.of(0);
    private OptionalLong after = OptionalLong.of(0);
    private int callsBeforePhase;
    private int numbersOfMarks;
    private String command = "shop";

    /** A drill that the simulator has. */
    public TrialBuilder offering(String name, int code, String... operations) {
        offered.add(new OfferedDrill(name, code, "Does it.", "Ends.", List.of(operations), List.of()));
        return this;
    }

    /** A call that succeeds. */
    public TrialBuilder call(String operation) {
        return call(operation, Optional.empty());
    }

    /** A call that fails. */
    public TrialBuilder call(String operation, int code, Cause cause) {
        return call(operation, Optional.of(new CallFailure(code, "error_" + code, TOKEN, cause)));
    }

    private TrialBuilder call(String operation, Optional<CallFailure> failure) {
        calls.add(new JournalCall(
                calls.size() + 1 + numbersOfMarks,
                TIME,
                0,
                0,
                operation,
                Optional.of("client"),
                false,
                failure,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                0,
                0,
                0));
        return this;
    }

    /** A reaction, of which the last call is the evidence. */
    public TrialBuilder reaction(String rule, Verdict verdict, int code) {
        var last = calls.get(calls.size() - 1);
        reactions.add(new Reaction(
                rule,
                verdict,
                "It did that (call " + last.sequence() + ").",
                OptionalInt.of(code),
                List.of(Reaction.Evidence.of(last))));
        return this;
    }

    /** A reaction, of which the first call is the evidence. */
    public TrialBuilder reactionToFirst(String rule, Verdict verdict, int code) {
        reactions.add(new Reaction(
                rule, verdict, "It did that.", OptionalInt.of(code), List.of(Reaction.Evidence.of(calls.get(0)))));
        return this;
    }

    /** A mark takes a number between the calls. */
    public TrialBuilder skipsNumber() {
        numbersOfMarks++;
        return this;
    }

    /** A drill that is armed in the next phase. */
    public TrialBuilder armed(String name, int code, boolean tookEffect) {
        drills.add(new OrderedDrill("id", name, code, List.of("from call 3"), 2, 0, tookEffect));
        return this;
    }

    /** A drill that is armed in the next phase and could change nothing for the calls that came. */
    public TrialBuilder armedInVain(String name, int code, long passedOver) {
        drills.add(new OrderedDrill("id", name, code, List.of("at /entity"), 0, passedOver, false));
        return this;
    }

    /** A drill that has changed the application, as the journal has it. */
    public TrialBuilder changed(String name) {
        marks.add(new JournalMark(
                0,
                TIME,
                0,
                JournalMark.Kind.CHANGED,
                name,
                Optional.of(new ActiveDrill("id", name, OptionalInt.empty()))));
        return this;
    }

    /** Something told in the next phase. */
    public TrialBuilder tells(String what, long count) {
        told.add(new ToldClaim(what, count));
        return this;
    }

    /** Something told that nobody understands. */
    public TrialBuilder mumbles(String why) {
        unreadable.add(why);
        return this;
    }

    /** Something told of the whole. */
    public TrialBuilder tellsOfAll(String what, long count) {
        toldOfAll.add(new ToldClaim(what, count));
        return this;
    }

    /** How many records there were before the next phase, and after it. */
    public TrialBuilder records(long first, long last) {
        return records(first, last, last);
    }

    /** How many records there were before the next phase, at its end while drills were armed, and after it. */
    public TrialBuilder records(long first, long whileArmed, long last) {
        before = OptionalLong.of(first);
        drilled = OptionalLong.of(whileArmed);
        after = OptionalLong.of(last);
        return this;
    }

    /** The records could not be counted. */
    public TrialBuilder uncountable() {
        before = OptionalLong.empty();
        drilled = OptionalLong.empty();
        after = OptionalLong.empty();
        return this;
    }

    /** The command's name. */
    public TrialBuilder command(String name) {
        command = name;
        return this;
    }

    /** Ends a phase, of the calls since the one before. */
    public TrialBuilder ends(String phase, int status) {
        return ends(phase, ProgramEnd.of(status));
    }

    /** Ends a phase. */
    public TrialBuilder ends(String phase, ProgramEnd end) {
        phases.add(new Phase(
                phase,
                drills,
                end,
                callsBeforePhase,
                calls.size(),
                calls.size() - callsBeforePhase,
                new Told(told, unreadable),
                new RecordCount("user", before, drilled, after)));
        callsBeforePhase = calls.size();
        drills.clear();
        told.clear();
        unreadable.clear();
        return this;
    }

    /** The trial. */
    public Trial trial() {
        return new Trial(
                "regcontract",
                command,
                offered,
                phases,
                journal(),
                reactions,
                new Told(toldOfAll, List.of()),
                new RecordCount("user", before, drilled, after));
    }

    private JournalContent journal() {
        var operations = calls.stream()
                .map(call -> new CalledOperation(call.operation(), call.clientId(), 1, call.succeeded() ? 0 : 1))
                .toList();
        var errors = calls.stream().flatMap(call -> met(call).stream()).toList();
        return new JournalContent("regcontract", operations, errors, calls, marks, calls.size(), false, 0);
    }

    private static Optional<MetError> met(JournalCall call) {
        return call.failure()
                .map(failure -> new MetError(
                        call.operation(),
                        call.clientId(),
                        failure.code(),
                        failure.error(),
                        1,
                        TIME,
                        TIME,
                        Optional.of(failure.requestToken()),
                        failure.cause() == Cause.DRILL ? 1 : 0,
                        failure.cause() == Cause.WORLD ? 1 : 0,
                        failure.cause() == Cause.CALLER ? 1 : 0));
    }
}
