package io.regcontract.suite.preflight;

import io.regcontract.check.answer.Answer;
import io.regcontract.environment.Capability;
import io.regcontract.environment.Marker;
import io.regcontract.environment.Profile;
import io.regcontract.environment.guard.EnvironmentGuard;
import io.regcontract.suite.transport.TimedAnswer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What the first answer, that to the reading of the marker, tells of the service. Sends nothing. */
final class ServiceRows {

    /** A larger clock skew is reported, because it shows in every date of every answer. */
    private static final Duration NOTABLE_SKEW = Duration.ofSeconds(5);

    /** Beyond this skew, certificates and lifetimes cannot be judged. */
    private static final Duration LONGEST_SKEW = Duration.ofMinutes(15);

    private static final List<String> REMAINING =
            List.of("RateLimit-Remaining", "X-RateLimit-Remaining", "X-Rate-Limit-Remaining");

    private final Profile profile;
    private final AnswerText text;

    ServiceRows(Profile profile, AnswerText text) {
        this.profile = profile;
        this.text = text;
    }

    /** Whether the application bears the marker that the profile names. */
    PreflightRow marker(Answer answer, MarkerLook look) {
        if (profile.safeguards().marker().isEmpty()) {
            return PreflightRow.skipped("marker", "none is asked for in a simulator");
        }
        if (answer.isSuccess()
                || profile.safeguards()
                        .marker()
                        .filter(marker -> marker.place() != Marker.Place.SETTING)
                        .isPresent()) {
            var found = look.in(answer);
            return new EnvironmentGuard(profile)
                    .checkMarker(found)
                    .map(refusal -> PreflightRow.fails("marker", refusal.what(), refusal.remedy()))
                    .orElseGet(() -> PreflightRow.holds("marker", "the application is the one that is meant"));
        }
        return PreflightRow.fails(
                "marker",
                "the setting cannot be read: " + text.of(answer),
                "The owner client has to be allowed to read settings; see the id and the secret under"
                        + " credentials.owner.");
    }

    /** How far the service's clock is from this machine's. */
    static PreflightRow clock(TimedAnswer answered) {
        var date = answered.answer().header("Date");
        if (date.isEmpty()) {
            return PreflightRow.skipped("clock", "the service sends no Date");
        }
        try {
            var theirs = ZonedDateTime.parse(date.get().strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            // A Date has no fractions, and was written at some time while we waited.
            var behind = Duration.between(theirs.plusMillis(999), answered.sent());
            var ahead = Duration.between(answered.received(), theirs);
            var skew = behind.compareTo(ahead) > 0 ? behind : ahead;
            if (skew.compareTo(NOTABLE_SKEW) <= 0) {
                return PreflightRow.holds("clock", "the service's clock is ours");
            }
            var found =
                    "the service's clock is " + skew.toSeconds() + " s " + (skew.equals(ahead) ? "ahead" : "behind");
            return skew.compareTo(LONGEST_SKEW) > 0
                    ? PreflightRow.fails(
                            "clock", found, "Set this machine's clock; if it is right, tell the service's owner.")
                    : PreflightRow.note("clock", found);
        } catch (DateTimeException unreadable) {
            return PreflightRow.note("clock", "the service's Date cannot be read");
        }
    }

    /**
     * How many calls the service still allows.
     *
     * @param calls how many the run is going to make; 0 if that is not known
     */
    PreflightRow quota(Answer answer, long calls) {
        var remaining = REMAINING.stream()
                .flatMap(name -> answer.header(name).stream())
                .map(String::strip)
                .filter(value -> value.matches("\\d{1,12}"))
                .map(Long::parseLong)
                .findFirst();
        if (remaining.isEmpty()) {
            return PreflightRow.skipped("quota", "the service does not tell what is left");
        }
        return remaining.get() == 0
                ? PreflightRow.fails("quota", "no call is left", "Wait until the service's limit begins anew.")
                : PreflightRow.note(
                        "quota",
                        remaining.get() + " calls are left for now"
                                + (calls > 0 ? ", the run makes " + calls : "")
                                + (profile.capabilities().contains(Capability.LIMIT)
                                        ? "; at its end it goes on until none is left (budgets.calls-to-the-limit)"
                                        : ""));
    }
}
