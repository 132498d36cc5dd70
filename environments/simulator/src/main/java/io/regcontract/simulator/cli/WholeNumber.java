package io.regcontract.simulator.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers, and refuses others in words that do not speak of Java. */
final class WholeNumber {

    private WholeNumber() {}

    private static long read(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Said below, in the same words.
        }
        throw new TypeConversionException("'" + text + "' is not a whole number, or too large a one");
    }

    /** For options of type int. */
    static final class OfInt implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) read(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
    }

    /** For options of type long. */
    static final class OfLong implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return read(text, Long.MIN_VALUE, Long.MAX_VALUE);
        }
    }
}
