package io.regcontract.simulator.store.indexed;

import java.util.Collection;
import java.util.function.Function;

/**
 * Which entries of an index a value has.
 *
 * @param version changes whenever the same value would get other entries, so that the index is made anew
 * @param entries the entries of a value: printable ASCII characters without a space
 */
public record IndexRule<V>(String version, Function<V, Collection<String>> entries) {}
