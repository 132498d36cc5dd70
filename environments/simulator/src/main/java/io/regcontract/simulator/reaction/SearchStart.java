package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.Bound;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.SearchPage;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a search begins, among searches that are alike: by the time that results were changed after, then by the id
 * that they come behind, then by how many are left out.
 */
record SearchStart(Optional<Bound> lastUpdated, Optional<Bound> id, long firstResult)
        implements Comparable<SearchStart> {

    /** A search without a bound begins before all others. */
    private static final Comparator<Optional<Bound>> BY_BOUND = (one, other) -> one.isEmpty() || other.isEmpty()
            ? Boolean.compare(one.isPresent(), other.isPresent())
            : one.get().compareTo(other.get());

    private static final Comparator<SearchStart> ORDER = Comparator.comparing(SearchStart::lastUpdated, BY_BOUND)
            .thenComparing(SearchStart::id, BY_BOUND)
            .thenComparingLong(SearchStart::firstResult);

    static SearchStart of(JournalCall search) {
        return new SearchStart(
                lower(search, Bound.LAST_UPDATED),
                lower(search, Bound.ID),
                search.page().map(SearchPage::firstResult).orElse(0L));
    }

    /** Whether something comes before it. */
    boolean isLater() {
        return lastUpdated.isPresent() || id.isPresent() || firstResult > 0;
    }

    /** Whether another search is about the same results, from another one on. */
    boolean hasSameBounds(SearchStart other) {
        return hasSameTime(other) && BY_BOUND.compare(id, other.id) == 0;
    }

    boolean isBehind(SearchStart other) {
        return compareTo(other) > 0;
    }

    /** Whether another search is about changes after the same time. */
    boolean hasSameTime(SearchStart other) {
        return BY_BOUND.compare(lastUpdated, other.lastUpdated) == 0;
    }

    @Override
    public int compareTo(SearchStart other) {
        return ORDER.compare(this, other);
    }

    private static Optional<Bound> lower(JournalCall search, String attribute) {
        return search.bounds().stream()
                .filter(bound -> bound.isLower() && bound.attribute().equals(attribute))
                .max(Comparator.naturalOrder());
    }
}
