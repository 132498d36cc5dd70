package io.regcontract.simulator.control.state;

import java.time.Duration;
import java.util.Optional;

/**
 * What is wrong with the storage of records.
 *
 * @param searches how long every search takes; empty when it takes no time
 */
public record StorageFaults(boolean refusesWrites, boolean failsReads, Optional<Duration> searches) {}
