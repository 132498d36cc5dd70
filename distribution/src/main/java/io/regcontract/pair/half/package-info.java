/**
 * One half of a pair: the record of a run, what the gate says of it, and the parts of each answer that the contract speaks of.
 * Uses reports, the contract and {@code traffic.compare}.
 */
@NullMarked
package io.regcontract.pair.half;

import org.jspecify.annotations.NullMarked;
