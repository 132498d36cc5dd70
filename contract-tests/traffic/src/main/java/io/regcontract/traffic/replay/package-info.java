/**
 * Repeats recorded requests against a fresh simulator in this process, and tells how many answers are alike by the contract.
 * Reads by {@code read}, {@code scope} and {@code request}; sends to the simulator that it has started itself and nowhere
 * else.
 */
@NullMarked
package io.regcontract.traffic.replay;

import org.jspecify.annotations.NullMarked;
