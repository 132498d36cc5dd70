package io.regcontract.suite.evidence;

import io.regcontract.check.answer.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request and its answer as they are kept: redacted, bounded, and with a command that repeats the request.
 *
 * @param role what it was for
 * @param at when it was sent
 * @param millis how long the answer took
 * @param method HTTP method
 * @param url where to
 * @param headers of the request
 * @param body of the request
 * @param response what came, unless nothing came
 * @param curl the request as a command line; secrets are variables
 */
public record Exchange(
        Role role,
        Instant at,
        double millis,
        String method,
        String url,
        List<Answer.Header> headers,
        String body,
        Optional<Response> response,
        String curl) {

    /** This exchange as a representative of {@code times} equal ones. Its curl command repeats them all. */
    public Exchange repeated(int times) {
        return times == 1
                ? this
                : new Exchange(
                        role,
                        at,
                        millis,
                        method,
                        url,
                        headers,
                        body,
                        response,
                        "# made " + times + " times, several at a time; the last is on record\n"
                                + "i=0; while [ $((i += 1)) -le " + times + " ]; do\n" + curl + "\ndone");
    }

    /** What an exchange is for. */
    public enum Role {
        /** Builds what the condition needs. */
        SET_UP("set-up"),
        /** Calls that exhaust the rate limit. They ignore the pace and stop when the service refuses one. */
        EXHAUST_LIMIT("set-up"),
        /** The one call that matters. */
        DRIVE("drive"),
        /** Changes the state of the environment through the control plane. */
        ENVIRONMENT("world"),
        /** Takes the condition away again. */
        UNDO("undo"),
        /** The same call without the condition. */
        TWIN("twin");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        /** The word in reports and records. */
        public String word() {
            return word;
        }
    }

    /**
     * The answer, as kept.
     *
     * @param truncated whether the body was longer than what is kept of it
     * @param size of the whole body in bytes, without its secrets, where it was longer; else 0
     */
    public record Response(int status, List<Answer.Header> headers, String body, boolean truncated, long size) {}
}
