package io.regcontract.check;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a check needs to know beside the answer itself.
 *
 * @param secrets secret values that were part of the request
 * @param seenBefore where this answer's token was already seen in this run
 * @param log what the service's API log says of the token
 */
public record CheckContext(Set<String> secrets, Optional<String> seenBefore, LogLookup log) {

    /** For an answer without a run around it: nothing to compare with. */
    public static final CheckContext NONE =
            new CheckContext(Set.of(), Optional.empty(), new LogLookup.Unavailable("no API log to ask here"));

    public CheckContext {
        secrets = Set.copyOf(secrets);
    }

    /** The answer to a question put to the API log, as support would put it. */
    public sealed interface LogLookup {

        /** The log could not be asked, and why. */
        record Unavailable(String reason) implements LogLookup {}

        /** The log does not know the token. */
        record Unknown() implements LogLookup {}

        /**
         * An entry.
         *
         * @param operation path of the operation
         * @param code Registration code
         * @param time when, by the service's clock
         * @param earliest earliest time that agrees with when the request was sent
         * @param latest latest time that agrees with when the answer came
         */
        record Entry(String operation, int code, Instant time, Instant earliest, Instant latest) implements LogLookup {}
    }
}
