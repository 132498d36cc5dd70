package io.regcontract.report.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedSet;

/**
 * A known deviation: one check of a requirement may fail with one value, in named environments, until a day.
 *
 * @param requirement the requirements concerned
 * @param environments names of the environments in which it holds
 * @param check the one check
 * @param actual the one value
 * @param issue where the mending is tracked
 * @param created the first day on which it holds
 * @param expires the last day on which it holds
 * @param strict whether the check holding again fails the run; otherwise that only warns
 * @param place file and line
 */
public record Waiver(
        String id,
        Glob requirement,
        SortedSet<String> environments,
        String check,
        ToleratedValue actual,
        String reason,
        String issue,
        String owner,
        LocalDate created,
        LocalDate expires,
        boolean strict,
        String place) {

    /** For how many days a waiver may hold. */
    public static final int LONGEST_IN_DAYS = 90;

    /** For how many days a deviation may go without being looked at. */
    public static final int LONGEST_UNTIL_REVIEW_IN_DAYS = 366;

    /** What the ids of deviations begin with. */
    static final String DEVIATION = "D-";

    /**
     * Whether it is a declared deviation of a replacement: it stands in the profile, may stay, and its last day is that by which
     * it is looked at again.
     */
    public boolean deviation() {
        return id.startsWith(DEVIATION);
    }

    /** The word for it. */
    public String noun() {
        return deviation() ? "deviation" : "waiver";
    }

    /** Whether its last day is over. */
    public boolean expired(LocalDate day) {
        return day.isAfter(expires);
    }

    /** Whether its first day has come. A verdict that is repeated for a day in the past must not see later waivers. */
    public boolean begun(LocalDate day) {
        return !day.isBefore(created);
    }

    /** How many days it still holds after this one; negative once it has expired. */
    public long daysLeft(LocalDate day) {
        return ChronoUnit.DAYS.between(day, expires);
    }
}
