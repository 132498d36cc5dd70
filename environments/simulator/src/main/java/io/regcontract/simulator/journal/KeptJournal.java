package io.regcontract.simulator.journal;

import io.regcontract.simulator.control.journal.ActiveDrill;
import io.regcontract.simulator.control.journal.Cause;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.JournalMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The journal of one application. Not safe for use by several threads. */
final class KeptJournal {

    /** How many calls of one application are kept; the oldest make way. */
    static final int MOST_CALLS = 20_000;

    static final int MOST_MARKS = 2_000;

    private final String application;
    private final NavigableMap<Long, JournalCall> calls = new TreeMap<>();
    private final NavigableMap<Long, JournalMark> marks = new TreeMap<>();
    private final Tally tally = new Tally();
    private final Repetitions repetitions = new Repetitions();
    private final Set<String> changes = new TreeSet<>();
    /** Drills that have changed the application and are not undone, by id. */
    private final Map<String, ActiveDrill> active = new HashMap<>();

    private final UnkeptPages unkept;
    private boolean tallyHasChanged;
    private long last;
    private long forgotten;

    /** @param isKept whether there is a state file */
    KeptJournal(String application, boolean isKept) {
        this.application = application;
        this.unkept = new UnkeptPages(isKept);
    }

    /**
     * Adds a call.
     *
     * @return by how much the number of calls that are kept has grown
     */
    int add(AnsweredCall answered, CallDigest digest) {
        var cause = answered.failure().map(failure -> cause(answered, failure)).orElse(Cause.CALLER);
        count(answered, cause);
        var call = digest.of(answered, last + 1, cause);
        var repeated = repetitions.repeatedBy(call);
        if (repeated.isPresent() && calls.containsKey(repeated.get())) {
            calls.computeIfPresent(
                    repeated.get(),
                    (unused, first) ->
                            first.repeated(first.repeated() + 1, Math.max(first.lastEndedNanos(), call.endedNanos())));
            unkept.touched(repeated.get());
            return 0;
        }
        last = call.sequence();
        calls.put(last, call);
        unkept.touched(last);
        return calls.size() > MOST_CALLS ? 1 - forget(1) : 1;
    }

    private void count(AnsweredCall answered, Cause cause) {
        tallyHasChanged = true;
        tally.called(
                answered.operation(),
                answered.clientId(),
                answered.failure().isPresent() || answered.fault().isPresent());
        answered.failure().ifPresent(failure -> tally.met(answered, failure, cause));
        answered.failedElements().forEach(failure -> tally.met(answered, failure, cause(answered, failure)));
    }

    /** What a drill has changed can befall other calls than those that it waits for. */
    private Cause cause(AnsweredCall answered, AnsweredCall.Failure failure) {
        boolean isDrilled = !answered.drills().isEmpty()
                || active.values().stream()
                        .anyMatch(drill ->
                                drill.leadsTo(failure.code()) || DrillConsequences.has(drill.name(), failure.code()));
        return Causes.of(failure.code(), isDrilled, changes);
    }

    JournalMark mark(Instant time, long nanos, JournalMark.Kind kind, String name, Optional<ActiveDrill> drill) {
        last++;
        var mark = new JournalMark(last, time, nanos, kind, name, drill);
        marks.put(last, mark);
        unkept.touched(last);
        drill.ifPresent(changed -> {
            if (kind == JournalMark.Kind.CHANGED) {
                active.put(changed.id(), changed);
            } else {
                active.remove(changed.id());
            }
        });
        if (marks.size() > MOST_MARKS) {
            unkept.touched(marks.pollFirstEntry().getKey());
        }
        return mark;
    }

    /** Notes that the control plane has changed the application. */
    void changed(String kind) {
        changes.add(kind);
        tallyHasChanged = true;
    }

    /**
     * Forgets the oldest calls.
     *
     * @return how many there were
     */
    int forget(int number) {
        int gone = 0;
        while (gone < number && !calls.isEmpty()) {
            // A call that stands for many counts as one: what made way is what could be read.
            calls.pollFirstEntry();
            gone++;
        }
        forgotten += gone;
        unkept.forgottenBelow(calls.isEmpty() ? last + 1 : calls.firstKey(), page -> !marks.subMap(
                        page * KeptPage.SIZE, (page + 1) * KeptPage.SIZE)
                .isEmpty());
        return gone;
    }

    /** When the newest call or mark was there, on the clock by which calls are timed. */
    long newestNanos() {
        return Math.max(
                calls.values().stream()
                        .mapToLong(JournalCall::lastEndedNanos)
                        .max()
                        .orElse(0),
                marks.values().stream().mapToLong(JournalMark::begunNanos).max().orElse(0));
    }

    /** Takes what a state file has of it. */
    void restore(KeptTally kept) {
        last = Math.max(last, kept.last());
        forgotten = kept.forgotten();
        changes.addAll(kept.changes());
        kept.operations().forEach(tally::add);
        kept.errors().forEach(tally::add);
    }

    /** Takes what a state file has of it. */
    void restore(KeptPage page) {
        page.calls().forEach(call -> calls.put(call.sequence(), call));
        page.marks().forEach(mark -> marks.put(mark.sequence(), mark));
        last = Stream.of(Optional.of(last), newest(calls), newest(marks))
                .flatMap(Optional::stream)
                .max(Long::compare)
                .orElseThrow();
        unkept.isIn(page.number());
    }

    /** Whether anything is not in the state file as it is now. */
    boolean hasChanged() {
        return tallyHasChanged || !unkept.isEmpty();
    }

    /** Numbers of the pages that the state file may have. */
    List<Long> pagesInFile() {
        return unkept.all();
    }

    /** The counts, to be kept in the state file. */
    KeptTally tally() {
        tallyHasChanged = false;
        return new KeptTally(application, last, forgotten, List.copyOf(changes), tally.operations(), tally.errors());
    }

    /** Pages that are to be kept, or taken out where there is nothing in them any more. */
    Map<Long, Optional<KeptPage>> takeUnkept(int most) {
        var pages = new LinkedHashMap<Long, Optional<KeptPage>>();
        for (long number : unkept.take(most)) {
            long from = number * KeptPage.SIZE;
            var page = new KeptPage(
                    application,
                    number,
                    List.copyOf(calls.subMap(from, from + KeptPage.SIZE).values()),
                    List.copyOf(marks.subMap(from, from + KeptPage.SIZE).values()));
            boolean isEmpty = page.calls().isEmpty() && page.marks().isEmpty();
            if (isEmpty) {
                unkept.isOut(number);
            }
            pages.put(number, isEmpty ? Optional.empty() : Optional.of(page));
        }
        return pages;
    }

    /** Pages that could not be kept. */
    void giveBack(Collection<Long> pages) {
        tallyHasChanged = true;
        unkept.giveBack(pages);
    }

    private static Optional<Long> newest(NavigableMap<Long, ?> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.lastKey());
    }

    int size() {
        return calls.size();
    }

    /** What came after a call or mark, up to a number of entries. */
    JournalContent after(long sequence, int limit) {
        var newCalls = new ArrayList<JournalCall>();
        var newMarks = new ArrayList<JournalMark>();
        long reached = Math.max(sequence, 0);
        var nextCalls = calls.tailMap(reached, false).values().iterator();
        var nextMarks = marks.tailMap(reached, false).values().iterator();
        var call = next(nextCalls);
        var mark = next(nextMarks);
        for (int taken = 0; taken < limit && (call.isPresent() || mark.isPresent()); taken++) {
            boolean callIsFirst = mark.map(JournalMark::sequence).orElse(Long.MAX_VALUE)
                    > call.map(JournalCall::sequence).orElse(Long.MAX_VALUE);
            if (callIsFirst) {
                newCalls.add(call.orElseThrow());
                reached = call.orElseThrow().sequence();
                call = next(nextCalls);
            } else {
                newMarks.add(mark.orElseThrow());
                reached = mark.orElseThrow().sequence();
                mark = next(nextMarks);
            }
        }
        return new JournalContent(
                application,
                tally.operations(),
                tally.errors(),
                List.copyOf(newCalls),
                List.copyOf(newMarks),
                reached,
                call.isPresent() || mark.isPresent(),
                forgotten);
    }

    private static <T> Optional<T> next(Iterator<T> entries) {
        return entries.hasNext() ? Optional.of(entries.next()) : Optional.empty();
    }
}
