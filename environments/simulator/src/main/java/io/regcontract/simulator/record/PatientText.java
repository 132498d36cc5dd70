package io.regcontract.simulator.record;

import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A text that lets a pattern look at it only so often: patterns come from outside, and some never come to an end. */
final class PatientText implements CharSequence {

    private static final int PATIENCE = 5_000_000;

    private final String text;
    private final int[] looks;

    private PatientText(String text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    /** Whether the pattern matches the whole text; what takes too long does not. */
    static boolean matches(String pattern, String text) {
        return patiently(() -> Pattern.compile(pattern).matcher(of(text)).matches());
    }

    /** Whether the pattern matches somewhere in the text; what takes too long does not. */
    static boolean finds(String pattern, String text) {
        return patiently(() -> Pattern.compile(pattern).matcher(of(text)).find());
    }

    private static PatientText of(String text) {
        return new PatientText(text, new int[1]);
    }

    private static boolean patiently(BooleanSupplier match) {
        try {
            return match.getAsBoolean();
        } catch (OutOfPatienceException | StackOverflowError endless) {
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
            throw new OutOfPatienceException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new PatientText(text.substring(start, end), looks);
    }

    @Override
    public String toString() {
        return text;
    }

    private static final class OutOfPatienceException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfPatienceException() {
            super("the pattern takes too long", null, false, false);
        }
    }
}
