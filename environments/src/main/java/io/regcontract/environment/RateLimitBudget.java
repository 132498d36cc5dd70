package io.regcontract.environment;

import java.time.Duration;

/**
 * What a run may do to find the limit of calls. Whoever allows it shuts out everybody else who calls the same application,
 * from the moment the limit is reached until the window has passed.
 *
 * @param calls that may be made for it, as fast as they are answered; at least 1
 * @param window the time over which the service counts calls: once nothing was called for so long, the limit is far again
 */
public record RateLimitBudget(int calls, Duration window) {}
