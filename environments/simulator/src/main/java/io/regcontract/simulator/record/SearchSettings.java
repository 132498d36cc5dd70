package io.regcontract.simulator.record;

import io.regcontract.simulator.schema.AttributePath;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How records are searched.
 *
 * @param lag how long a change takes to show in searches
 * @param indexed the attributes that have an index besides those that are unique or always have one
 */
public record SearchSettings(Supplier<Duration> lag, Set<AttributePath> indexed) {}
