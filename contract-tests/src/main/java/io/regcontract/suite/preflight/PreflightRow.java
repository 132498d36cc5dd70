package io.regcontract.suite.preflight;

/**
 * One row of the preflight.
 *
 * @param name what was examined, in one word that never changes
 * @param result whether it is as the profile says
 * @param found what was found, a sentence part without a full stop; redacted
 * @param remedy what to do, a sentence; empty where there is nothing to do
 */
public record PreflightRow(String name, Result result, String found, String remedy) {

    /** Whether something is as the profile says. */
    public enum Result {
        HOLDS("ok"),
        /** Worth knowing, but no reason to stop. */
        NOTE("note"),
        /** Could not be examined, or does not apply. */
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
