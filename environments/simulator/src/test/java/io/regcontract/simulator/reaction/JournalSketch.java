package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.ActiveDrill;
import io.regcontract.simulator.control.journal.Bound;
import io.regcontract.simulator.control.journal.CallFailure;
import io.regcontract.simulator.control.journal.CallFault;
import io.regcontract.simulator.control.journal.Cause;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.JournalMark;
import io.regcontract.simulator.control.journal.NamedId;
import io.regcontract.simulator.control.journal.SearchPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A journal written by hand, call by call. Each call takes a millisecond and begins a second after the one before. */
final class JournalSketch {

    static final ActiveDrill DRILL = new ActiveDrill("d1", "maintenance", OptionalInt.of(480));

    private static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");
    private static final long MILLISECOND = 1_000_000;

    private final List<JournalCall> calls = new ArrayList<>();
    private final List<JournalMark> marks = new ArrayList<>();
    private long sequence;
    private long now;

    /** A call that is being described; it is in the journal when it is told how it ended. */
    final class Sketch {

        private final String operation;
        private final List<NamedId> ids = new ArrayList<>();
        private final List<Bound> bounds = new ArrayList<>();
        private OptionalInt maxResults = OptionalInt.empty();
        private long firstResult;
        private Optional<Instant> reached = Optional.empty();
        private Optional<String> client = Optional.of("app");
        private long pause = 1_000;
        private long took = 1;
        private int arguments = 1;
        private boolean isDrilled;
        private long repeated;
        private Optional<CallFault> fault = Optional.empty();

        private Sketch(String operation) {
            this.operation = operation;
        }

        Sketch changedAfter(String time) {
            bounds.add(new Bound("lastUpdated", ">", time));
            return this;
        }

        Sketch idAbove(long id) {
            bounds.add(new Bound("id", ">", String.valueOf(id)));
            return this;
        }

        Sketch from(long first) {
            firstResult = first;
            return this;
        }

        Sketch atMost(int most) {
            maxResults = OptionalInt.of(most);
            return this;
        }

        Sketch reaching(String time) {
            reached = Optional.of(Instant.parse(time));
            return this;
        }

        Sketch naming(String parameter, String value, boolean isNothing) {
            ids.add(new NamedId(parameter, value, isNothing));
            return this;
        }

        Sketch by(String other) {
            client = Optional.of(other);
            return this;
        }

        Sketch byNobodyKnown() {
            client = Optional.empty();
            return this;
        }

        /** Milliseconds since the end of the call before; negative when it began earlier. */
        Sketch after(long milliseconds) {
            pause = milliseconds;
            return this;
        }

        /** Another call has other arguments. */
        Sketch with(int otherArguments) {
            arguments = otherArguments;
            return this;
        }

        Sketch drilled() {
            isDrilled = true;
            return this;
        }

        Sketch repeated(long times) {
            repeated = times;
            return this;
        }

        JournalSketch found(int results) {
            return ended(Optional.empty(), OptionalInt.of(results));
        }

        JournalSketch ok() {
            return found(0);
        }

        JournalSketch failed(int code) {
            return ended(
                    Optional.of(new CallFailure(code, "error_" + code, "token" + (sequence + 1), Cause.DRILL)),
                    OptionalInt.empty());
        }

        /** Its caller gets no answer. */
        JournalSketch befallenBy(String name, boolean performed) {
            fault = Optional.of(new CallFault(name, performed));
            return ended(Optional.empty(), OptionalInt.empty());
        }

        private JournalSketch ended(Optional<CallFailure> failure, OptionalInt results) {
            long begun = now + pause * MILLISECOND;
            now = Math.max(now, begun + took * MILLISECOND);
            boolean isSearch = operation.equals("/entity.find");
            var call = new JournalCall(
                    ++sequence,
                    BEGINNING.plusNanos(now),
                    begun,
                    took * MILLISECOND,
                    operation,
                    client,
                    !isSearch && !operation.equals("/entity"),
                    failure,
                    fault,
                    List.of(),
                    isDrilled ? List.of(DRILL) : List.of(),
                    List.copyOf(ids),
                    List.copyOf(bounds),
                    isSearch
                            ? Optional.of(new SearchPage(maxResults, firstResult, results, reached))
                            : Optional.empty(),
                    arguments,
                    0,
                    0);
            calls.add(repeated == 0 ? call : call.repeated(repeated, now + repeated * MILLISECOND));
            now += repeated * MILLISECOND;
            return JournalSketch.this;
        }
    }

    Sketch call(String operation) {
        return new Sketch(operation);
    }

    Sketch find() {
        return call("/entity.find");
    }

    JournalSketch undone() {
        marks.add(new JournalMark(
                ++sequence, BEGINNING.plusNanos(now), now, JournalMark.Kind.UNDONE, DRILL.name(), Optional.of(DRILL)));
        return this;
    }

    JournalSketch note(String name) {
        marks.add(new JournalMark(
                ++sequence, BEGINNING.plusNanos(now), now, JournalMark.Kind.NOTE, name, Optional.empty()));
        return this;
    }

    JournalContent content() {
        return new JournalContent(
                "shop", List.of(), List.of(), List.copyOf(calls), List.copyOf(marks), sequence, false, 0);
    }
}
