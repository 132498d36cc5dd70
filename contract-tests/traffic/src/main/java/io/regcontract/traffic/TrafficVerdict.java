package io.regcontract.traffic;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is said of one exchange.
 *
 * @param kind of what it is
 * @param operation path of the operation, where it is one of the API
 * @param code that the answer names, documented or not
 * @param findings what is wrong with it, a sentence each, redacted
 */
public record TrafficVerdict(Kind kind, Optional<String> operation, OptionalInt code, List<String> findings) {

    public TrafficVerdict {
        findings = List.copyOf(findings);
    }

    /** What an exchange is to the judge. */
    public enum Kind {
        /** It does not belong to the API. */
        FOREIGN,
        /** It cannot be judged: no answer, or not all of it. */
        UNJUDGED,
        /** The operation succeeded. */
        SUCCESS,
        /** A documented error, and all checks hold. */
        WITNESSED,
        /** An error that breaks the contract. */
        CONTRADICTED
    }
}
