package io.regcontract.simulator.log;

import java.time.Instant;
import java.util.Optional;

/**
 * A call that failed.
 *
 * @param application the application it reached, if it reached one
 * @param operation the path that was called
 * @param clientId the client it said it came from
 * @param error the name as it was answered
 * @param time the process's own clock, which no application moves
 * @param host the host header
 */
public record LogEntry(
        String requestToken,
        Optional<String> application,
        String operation,
        Optional<String> clientId,
        int code,
        String error,
        Instant time,
        int httpStatus,
        String host) {

    /** A hundred thousand entries are remembered: what callers make up is cut in each. */
    private static final int LONGEST = 200;

    /** An entry with no more than the beginning of what is long. */
    public LogEntry {
        clientId = clientId.map(LogEntry::cut);
        host = cut(host);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
