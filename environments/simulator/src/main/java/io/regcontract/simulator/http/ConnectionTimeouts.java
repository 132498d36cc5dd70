package io.regcontract.simulator.http;

import java.time.Duration;

/**
 * How long a connection may do nothing: each holds a thread.
 *
 * @param idle between two requests
 * @param request from the first byte of a request to its last
 * @param answer from the first byte of an answer to its last
 */
public record ConnectionTimeouts(Duration idle, Duration request, Duration answer) {

    /** Half a minute between requests and for one, a minute for an answer. */
    public static final ConnectionTimeouts USUAL =
            new ConnectionTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(60));
}
