package io.regcontract.simulator.control.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which part of what it found a search asked for, and got.
 *
 * @param maxResults as it was asked for; empty when the default of 100 held
 * @param firstResult how many results were to be left out
 * @param results how many came; empty when the search failed
 * @param reached of a search that is sorted by lastUpdated: that of its last result, where the answer shows it
 */
public record SearchPage(OptionalInt maxResults, long firstResult, OptionalInt results, Optional<Instant> reached) {

    /** How many results come at most where a search does not say it. */
    public static final int DEFAULT_SIZE = 100;

    /** Whether as many results came as could, so that there may be more. */
    public boolean isFull() {
        int most = maxResults.orElse(DEFAULT_SIZE);
        return most > 0 && results.orElse(-1) >= most;
    }
}
