package io.regcontract.facade.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How points in time and days are read and written. Without a zone, UTC is meant. */
public final class Times {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS xx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final List<DateTimeFormatter> MOMENTS = List.of(moment(" ", "[ ][xx]"), moment("'T'", "[XXX][xx]"));

    private Times() {}

    private static DateTimeFormatter moment(String between, String zone) {
        return new DateTimeFormatterBuilder()
                .appendPattern("uuuu-MM-dd" + between + "HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendPattern(zone)
                .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** A point in time, to the microsecond. */
    public static String written(Instant time) {
        return WRITTEN.format(time.truncatedTo(ChronoUnit.MICROS));
    }

    /** The day that a text names; empty when it names none. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /**
     * The point in time that a text names; empty when it names none.
     *
     * @param now what {@code now}, {@code today} and {@code yesterday} go by
     */
    public static Optional<Instant> moment(String text, Instant now) {
        return switch (text) {
            case "now" -> Optional.of(now);
            case "today" -> Optional.of(now.truncatedTo(ChronoUnit.DAYS));
            case "yesterday" -> Optional.of(now.truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS));
            default -> spelledOut(text);
        };
    }

    private static Optional<Instant> spelledOut(String text) {
        for (var format : MOMENTS) {
            try {
                return Optional.of(OffsetDateTime.parse(text, format).toInstant());
            } catch (DateTimeException other) {
                // The next format may do.
            }
        }
        return day(text).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
