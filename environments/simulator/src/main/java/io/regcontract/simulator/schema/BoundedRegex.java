package io.regcontract.simulator.schema;

import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Matches regular expressions with a bounded number of steps. Patterns come from callers, and some would never
 * terminate.
 */
final class BoundedRegex implements CharSequence {

    private static final int PATIENCE = 5_000_000;

    private final String text;
    private final int[] looks;

    private BoundedRegex(String text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    /** Whether the pattern matches the whole text; what takes too long does not. */
    static boolean matches(String pattern, String text) {
        return withinStepLimit(() -> Pattern.compile(pattern).matcher(of(text)).matches());
    }

    /** Whether the pattern matches somewhere in the text; what takes too long does not. */
    static boolean finds(String pattern, String text) {
        return withinStepLimit(() -> Pattern.compile(pattern).matcher(of(text)).find());
    }

    private static BoundedRegex of(String text) {
        return new BoundedRegex(text, new int[1]);
    }

    private static boolean withinStepLimit(BooleanSupplier match) {
        try {
            return match.getAsBoolean();
        } catch (StepLimitException | StackOverflowError endless) {
            return false;
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > PATIENCE) {
            throw new StepLimitException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedRegex(text.substring(start, end), looks);
    }

    @Override
    public String toString() {
        return text;
    }

    private static final class StepLimitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StepLimitException() {
            super("the pattern takes too long", null, false, false);
        }
    }
}
