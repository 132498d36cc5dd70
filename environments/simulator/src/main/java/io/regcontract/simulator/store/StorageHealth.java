package io.regcontract.simulator.store;

import java.time.Duration;
import java.util.Optional;

/**
 * The health of the storage that holds an application's records.
 *
 * @param search how long a search pretends to take: one that exceeds its timeout fails at once; empty for no time
 */
public record StorageHealth(boolean refuseWrites, boolean failReads, Optional<Duration> search) {

    /** Everything works. */
    public static final StorageHealth SOUND = new StorageHealth(false, false, Optional.empty());
}
