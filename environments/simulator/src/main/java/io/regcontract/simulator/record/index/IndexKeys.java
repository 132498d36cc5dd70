package io.regcontract.simulator.record.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Values as entries of an index: texts of printable ASCII characters without a space that stand in the order of the
 * values, by Java and by every database that compares bytes. First comes what is nothing, then what is no value of the
 * attribute's type, then the values.
 */
final class IndexKeys {

    /** The entry for nothing. */
    static final String NOTHING = "0";

    private static final String ODD = "1";
    private static final String VALUE = "2";

    /** Of a longer text, and of a number with more digits, only the beginning is kept. */
    static final int LONGEST_TEXT = 200;

    private static final int MOST_DIGITS = 60;

    /** Makes every exponent and every second positive. */
    private static final long EXPONENT_OFFSET = 5_000_000_000L;

    private static final long SECONDS_OFFSET = 100_000_000_000_000_000L;

    private IndexKeys() {}

    /** The entry of a comparable value: a string, a decimal, an instant or a boolean. */
    static String of(Object value) {
        if (value instanceof String text) {
            return VALUE + escaped(text);
        }
        if (value instanceof BigDecimal number) {
            return VALUE + decimal(number);
        }
        if (value instanceof Instant time) {
            return VALUE + digits(time.getEpochSecond() + SECONDS_OFFSET, 18) + digits(time.getNano(), 9);
        }
        return VALUE + ((boolean) value ? "1" : "0");
    }

    /** The entry of a value that is not of the attribute's type. */
    static String odd(String text) {
        return ODD + escaped(text);
    }

    /** Whether an entry stands for this value and no other one. */
    static boolean isExact(Object value) {
        return !(value instanceof String text && text.length() >= LONGEST_TEXT)
                && !(value instanceof BigDecimal number && number.precision() >= MOST_DIGITS);
    }

    /** Whether an entry is that of a value of the attribute's type. */
    static String firstValue() {
        return VALUE;
    }

    /** Where entries of values that are not of the attribute's type begin. */
    static String firstOdd() {
        return ODD;
    }

    private static String escaped(String text) {
        int length = Math.min(text.length(), LONGEST_TEXT);
        for (int i = 0; i < length; i++) {
            if (!isPlain(text.charAt(i))) {
                return escaped(text, length);
            }
        }
        return text.substring(0, length);
    }

    /** What is less than a plain character begins with '!', what is greater with '~'. */
    private static String escaped(String text, int length) {
        var escaped = new StringBuilder(length + 16);
        for (int i = 0; i < length; i++) {
            char sign = text.charAt(i);
            if (isPlain(sign)) {
                escaped.append(sign);
            } else if (sign < '~') {
                escaped.append('!');
                hex(escaped, sign, 2);
            } else {
                escaped.append('~');
                hex(escaped, sign, 4);
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(char sign) {
        return sign > '!' && sign < '~';
    }

    private static void hex(StringBuilder target, char sign, int places) {
        for (int shift = 4 * (places - 1); shift >= 0; shift -= 4) {
            target.append(Character.forDigit((sign >> shift) & 0xf, 16));
        }
    }

    /** Sign, magnitude and digits; of what is negative their complements, so that more comes first. */
    private static String decimal(BigDecimal number) {
        if (number.signum() == 0) {
            return "1";
        }
        var plain = number.abs().stripTrailingZeros();
        var all = plain.unscaledValue().toString();
        long exponent = (long) plain.precision() - plain.scale() + EXPONENT_OFFSET;
        var magnitude = digits(exponent, 10) + all.substring(0, Math.min(all.length(), MOST_DIGITS));
        return number.signum() > 0 ? "2" + magnitude : "0" + complement(magnitude) + "~";
    }

    private static String complement(String digits) {
        var complement = new StringBuilder(digits.length());
        digits.chars().forEach(digit -> complement.append((char) ('9' - digit + '0')));
        return complement.toString();
    }

    private static String digits(long number, int places) {
        var text = Long.toString(number);
        return "0".repeat(Math.max(0, places - text.length())) + text;
    }

    /** The key of the record with an id: ids in order are keys in order. */
    static String row(long id) {
        return HexFormat.of().toHexDigits(id);
    }
}
