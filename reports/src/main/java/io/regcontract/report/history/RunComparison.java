package io.regcontract.report.history;

import io.regcontract.report.judge.Baseline;
import io.regcontract.report.judge.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What differs between two runs, by requirement. */
public record RunComparison(Baseline before, Baseline after, List<Change> all) {

    public RunComparison {
        all = List.copyOf(all);
    }

    /** One requirement whose verdict is another, or that is only in one of the two runs. */
    public record Change(String requirement, Kind kind, Optional<Verdict> before, Optional<Verdict> after) {}

    /** What became of a requirement. */
    public enum Kind {
        /** Fails now and did not. */
        NEW("new"),
        /** Failed, and holds now. */
        FIXED("fixed"),
        /** Neither, and yet another verdict. */
        CHANGED_SHAPE("changed-shape"),
        /** Was seen, and is not seen any more. */
        NO_LONGER_DRIVEN("no-longer-driven"),
        /** Is seen, and was not. */
        NEWLY_DRIVEN("newly-driven"),
        /** Was among the traffic, and is not any more. */
        NO_LONGER_SEEN("no-longer-seen"),
        /** Is among the traffic, and was not. */
        NEWLY_SEEN("newly-seen"),
        /** A replacement does not implement its operation any more. */
        NO_LONGER_IN_SCOPE("no-longer-in-scope"),
        /** A replacement implements its operation now. */
        NEWLY_IN_SCOPE("newly-in-scope"),
        /** Is no longer in the suite. */
        REMOVED("removed"),
        /** Was not in the suite. */
        ADDED("added");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for it in reports. */
        public String word() {
            return word;
        }
    }

    /** Compares by requirement; the changes are ordered by kind, then by id. */
    public static RunComparison between(Baseline before, Baseline after) {
        var ids = new TreeSet<>(before.requirements().keySet());
        ids.addAll(after.requirements().keySet());
        var changes = new ArrayList<Change>();
        for (var id : ids) {
            var then = Optional.ofNullable(before.requirements().get(id));
            var now = Optional.ofNullable(after.requirements().get(id));
            boolean sameShape =
                    before.shapes().getOrDefault(id, "").equals(after.shapes().getOrDefault(id, ""));
            if (!then.equals(now) || !sameShape) {
                changes.add(new Change(id, kind(then, now), then, now));
            }
        }
        changes.sort(Comparator.comparing(Change::kind).thenComparing(Change::requirement));
        return new RunComparison(before, after, changes);
    }

    private static Kind kind(Optional<Verdict> then, Optional<Verdict> now) {
        if (now.isEmpty()) {
            return Kind.REMOVED;
        }
        if (then.isEmpty()) {
            return now.get().fails() ? Kind.NEW : Kind.ADDED;
        }
        if (then.equals(now)) {
            return Kind.CHANGED_SHAPE;
        }
        if (now.get().fails() && !then.get().fails()) {
            return Kind.NEW;
        }
        if (now.get() == Verdict.OUT_OF_SCOPE) {
            return Kind.NO_LONGER_IN_SCOPE;
        }
        if (then.get() == Verdict.OUT_OF_SCOPE) {
            return Kind.NEWLY_IN_SCOPE;
        }
        if (then.get().seen() && !now.get().seen()) {
            return now.get() == Verdict.NEVER_SEEN ? Kind.NO_LONGER_SEEN : Kind.NO_LONGER_DRIVEN;
        }
        if (then.get().fails() && now.get().holds()) {
            return Kind.FIXED;
        }
        if (!then.get().seen() && now.get().seen()) {
            return then.get() == Verdict.NEVER_SEEN ? Kind.NEWLY_SEEN : Kind.NEWLY_DRIVEN;
        }
        return Kind.CHANGED_SHAPE;
    }
}
