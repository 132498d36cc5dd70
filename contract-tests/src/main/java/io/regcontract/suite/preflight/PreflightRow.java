package io.regcontract.suite.preflight;

/**
 * One thing that was looked at.
 *
 * @param name what, one word for life
 * @param result how it is
 * @param found what was found, a sentence part without a full stop; redacted
 * @param remedy what to do, a sentence; empty where there is nothing to do
 */
public record PreflightRow(String name, Result result, String found, String remedy) {

    /** How it is. */
    public enum Result {
        HOLDS("ok"),
        /** Worth knowing, and no reason to stop. */
        NOTE("note"),
        /** Could not be looked at, or does not apply. */
        SKIPPED("-"),
        FAILS("FAILS");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        /** The word in tables. */
        public String word() {
            return word;
        }
    }

    static PreflightRow holds(String name, String found) {
        return new PreflightRow(name, Result.HOLDS, found, "");
    }

    static PreflightRow note(String name, String found) {
        return new PreflightRow(name, Result.NOTE, found, "");
    }

    static PreflightRow skipped(String name, String why) {
        return new PreflightRow(name, Result.SKIPPED, why, "");
    }

    static PreflightRow fails(String name, String found, String remedy) {
        return new PreflightRow(name, Result.FAILS, found, remedy);
    }

    boolean failed() {
        return result == Result.FAILS;
    }
}
