package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Arguments;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A date that is chosen part by part: three parameters, {@code NAME[dateselect_year]} and so on, make one value. */
final class DateSelect {

    static final String TYPE = "dateselect";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private DateSelect() {}

    /** The value that the three parameters make, empty text when they are empty; absent when none of them was sent. */
    static Optional<String> sent(Arguments arguments, String field) {
        var parts = List.of("year", "month", "day").stream()
                .map(part -> arguments.field(field + "[dateselect_" + part + "]"))
                .toList();
        if (parts.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var texts = parts.stream().map(part -> part.orElse("").strip()).toList();
        return Optional.of(texts.stream().allMatch(String::isEmpty) ? "" : value(texts));
    }

    /** The date as ISO 8601 has it; of parts that make none, a text that is no date. */
    private static String value(List<String> parts) {
        if (parts.stream().allMatch(part -> NUMBER.matcher(part).matches())) {
            try {
                return LocalDate.of(number(parts, 0), number(parts, 1), number(parts, 2))
                        .toString();
            } catch (DateTimeException impossible) {
                // A day that no calendar has is no date, like any other text.
            }
        }
        return parts.stream().collect(Collectors.joining(" ", "no date: ", ""));
    }

    private static int number(List<String> parts, int place) {
        return Integer.parseInt(parts.get(place));
    }
}
