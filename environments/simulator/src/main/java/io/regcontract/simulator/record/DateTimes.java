package io.regcontract.simulator.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as the service reads and writes them. Reading is liberal: ISO 8601, spelled-out and abbreviated
 * English months, month-day-year where the order is open, a day of the week before it as in a mail, and the words
 * now, today, yesterday and tomorrow; without a zone a time is UTC. Writing has one form, always UTC.
 */
public final class DateTimes {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter NANOS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "([A-Za-z]{3,9})\\.?";
    private static final String TIME = "(?:[T ,]\\s*(?<time>[0-9:.]+(?:\\s*[AaPp][Mm])?)"
            + "\\s*(?<zone>Z|z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}|[+-][0-9]{2})?)?";
    private static final Pattern DAY_OF_WEEK =
            Pattern.compile("^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})" + TIME);
    private static final Pattern SLASHED_ISO = Pattern.compile("([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})" + TIME);
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})" + TIME);
    private static final Pattern MONTH_FIRST = Pattern.compile("([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})" + TIME);
    private static final Pattern DAY_NAMED =
            Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)?[ -]" + MONTH + ",?[ -]([0-9]{4})" + TIME);
    private static final Pattern NAMED_DAY =
            Pattern.compile(MONTH + " ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})" + TIME);
    private static final Pattern CLOCK =
            Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,9}))?)?\\s*([AaPp][Mm])?");
    private static final Pattern COMPACT_CLOCK = Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{2})?(?:\\.([0-9]{1,9}))?");

    /** More than any spelling of a time needs. */
    private static final int LONGEST = 100;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    /** What was written, whatever was taken for a time when it was. */
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[ HH:mm:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[ '+0000']")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private DateTimes() {}

    /** Whether a point in time lies in the years that are written with four digits, 1 to 9999. */
    public static boolean isWritable(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    /** The point in time that a date or time stands for which this class has written. */
    public static Instant stored(String text) {
        return WrittenTime.read(text).orElseGet(() -> Instant.from(WRITTEN.parse(text)));
    }

    /** A time to the second, as the service itself notes one. */
    public static String seconds(Instant instant) {
        return write(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    /** A point in time with its microseconds: the form of created and lastUpdated. */
    public static String micros(Instant instant) {
        return MICROS.format(instant) + " +0000";
    }

    /** A point in time with its nanoseconds: the form of the time a password was set at. */
    static String nanos(Instant instant) {
        return NANOS.format(instant) + " +0000";
    }

    /** A point in time; microseconds only where there are some. */
    public static String write(Instant instant) {
        return instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))
                ? SECONDS.format(instant) + " +0000"
                : micros(instant);
    }

    /** The point in time a text means, to the microsecond; empty when it means none. */
    public static Optional<Instant> read(String text, Instant now) {
        return parse(text, now).map(time -> time.truncatedTo(ChronoUnit.MICROS));
    }

    /** The day a text means; empty when it means none. A time of the day may follow and is left out. */
    public static Optional<LocalDate> readDate(String text, Instant now) {
        return parse(text, now).map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    private static Optional<Instant> parse(String text, Instant now) {
        var trimmed = text.strip();
        if (trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        return WrittenTime.read(trimmed).or(() -> meant(trimmed, now).filter(DateTimes::isWritable));
    }

    private static Optional<Instant> meant(String trimmed, Instant now) {
        var midnight = now.truncatedTo(ChronoUnit.DAYS);
        return switch (trimmed.toLowerCase(Locale.ROOT)) {
            case "now" -> Optional.of(now);
            case "today" -> Optional.of(midnight);
            case "yesterday" -> Optional.of(midnight.minus(1, ChronoUnit.DAYS));
            case "tomorrow" -> Optional.of(midnight.plus(1, ChronoUnit.DAYS));
            default -> possible(DAY_OF_WEEK.matcher(trimmed).replaceFirst(""));
        };
    }

    private static Optional<Instant> possible(String text) {
        try {
            return spelled(text);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> spelled(String text) {
        for (var pattern : List.of(ISO, SLASHED_ISO, COMPACT)) {
            var matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return at(date(matcher.group(1), matcher.group(2), matcher.group(3)), matcher);
            }
        }
        var monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches()) {
            return at(date(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2)), monthFirst);
        }
        var dayNamed = DAY_NAMED.matcher(text);
        if (dayNamed.matches()) {
            return month(dayNamed.group(2))
                    .flatMap(month -> at(date(dayNamed.group(3), month, dayNamed.group(1)), dayNamed));
        }
        var namedDay = NAMED_DAY.matcher(text);
        if (namedDay.matches()) {
            return month(namedDay.group(1))
                    .flatMap(month -> at(date(namedDay.group(3), month, namedDay.group(2)), namedDay));
        }
        return Optional.empty();
    }

    private static LocalDate date(String year, String month, String day) {
        int number = Integer.parseInt(year);
        if (number == 0) {
            throw new DateTimeException("there is no year 0");
        }
        return LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day));
    }

    private static Optional<String> month(String name) {
        int index = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
        return index < 0 ? Optional.empty() : Optional.of(Integer.toString(index + 1));
    }

    private static Optional<Instant> at(LocalDate date, Matcher matcher) {
        var time = matcher.group("time");
        if (time == null) {
            return Optional.of(date.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        var zone = matcher.group("zone");
        return clock(time.strip())
                .map(clock -> LocalDateTime.of(date, clock).toInstant(zone == null ? ZoneOffset.UTC : offset(zone)));
    }

    private static Optional<LocalTime> clock(String text) {
        var matcher = CLOCK.matcher(text);
        if (!matcher.matches()) {
            matcher = COMPACT_CLOCK.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
        }
        int hour = Integer.parseInt(matcher.group(1));
        if (matcher.groupCount() == 5 && matcher.group(5) != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (matcher.group(5).toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
        }
        int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        int nano = matcher.group(4) == null ? 0 : Integer.parseInt((matcher.group(4) + "00000000").substring(0, 9));
        return Optional.of(LocalTime.of(hour, Integer.parseInt(matcher.group(2)), second, nano));
    }

    private static ZoneOffset offset(String zone) {
        return Character.isLetter(zone.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(colon(zone));
    }

    private static String colon(String zone) {
        return zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
    }
}
