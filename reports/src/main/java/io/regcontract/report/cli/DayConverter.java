package io.regcontract.report.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day as people write it for {@code --as-of}: year-month-day, in the calendar, in no zone. */
final class DayConverter implements ITypeConverter<LocalDate> {

    /** {@link LocalDate} alone would take a sign and years of ten digits, which no waiver and no verdict may have. */
    private static final String YEAR_MONTH_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    @Override
    public LocalDate convert(String text) {
        return of(text).orElseThrow(() ->
                new TypeConversionException("'" + text + "' is not a day. Write year-month-day, such as 2026-11-22."));
    }

    /** The day, if it is one. */
    static Optional<LocalDate> of(String text) {
        try {
            return text.matches(YEAR_MONTH_DAY) ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException notInTheCalendar) {
            return Optional.empty();
        }
    }
}
