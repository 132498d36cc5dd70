package io.regcontract.report.cli;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment as people and CI write it for {@code --since}: in UTC, with its seconds. */
final class MomentConverter implements ITypeConverter<Instant> {

    private static final String FORM = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z";

    @Override
    public Instant convert(String text) {
        try {
            if (text.matches(FORM)) {
                return Instant.parse(text);
            }
        } catch (DateTimeException notInTheCalendar) {
            // Said below.
        }
        throw new TypeConversionException(
                "'" + text + "' is not a moment. Write it in UTC, such as 2026-11-22T13:45:00Z.");
    }
}
