package io.regcontract.simulator.control.state;

import java.time.Duration;

/**
 * A limit of calls.
 *
 * @param calls how many are taken within any window
 * @param window its length
 */
public record CallLimit(int calls, Duration window) {}
