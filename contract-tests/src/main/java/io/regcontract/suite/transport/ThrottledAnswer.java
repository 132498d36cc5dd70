package io.regcontract.suite.transport;

import io.regcontract.check.answer.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * An answer that asks the client to retry later: rate limit reached (510 as HTTP status or code, 429 from a gateway) or
 * service unavailable behind a gateway.
 *
 * @param retryAfter how long to stay away, when the answer says so
 * @param turnedAway whether the call was surely not executed. A gateway that lost the service's answer may have passed
 *     on a call that was executed
 */
public record ThrottledAnswer(Optional<Duration> retryAfter, boolean turnedAway) {

    private static final Set<Integer> STATUSES = Set.of(429, 502, 503, 504, 510);
    private static final Set<Integer> LIMITS = Set.of(429, 510);
    private static final int LIMIT = 510;

    /** The request to retry later in an answer, if it is one. */
    public static Optional<ThrottledAnswer> in(Answer answer) {
        var limited = LenientCode.of(answer) == LIMIT;
        return limited || STATUSES.contains(answer.status())
                ? Optional.of(new ThrottledAnswer(retryAfter(answer), limited || LIMITS.contains(answer.status())))
                : Optional.empty();
    }

    private static Optional<Duration> retryAfter(Answer answer) {
        return header(answer, "Retry-After").flatMap(text -> {
            try {
                if (text.matches("\\d{1,6}")) {
                    return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
                }
                // Counted from the service's clock, which may differ from ours. Without Date the time is unknown.
                return header(answer, "Date")
                        .map(date -> Duration.between(instant(date), instant(text)))
                        .filter(wait -> !wait.isNegative());
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        });
    }

    private static Instant instant(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static Optional<String> header(Answer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value().strip())
                .findFirst();
    }
}
