package io.regcontract.report.judge;

import java.util.Arrays;

/**
 * The verdict of a requirement after a run, and of a code, which takes its worst requirement's verdict. Ordered from
 * best to worst.
 */
public enum Verdict {
    /** Every must-check holds. */
    PROVEN("proven"),
    /** Holds once errata or alternative readings that the profile accepts are applied. */
    PROVEN_WITH_ERRATUM("proven-with-erratum"),
    /** Contradicted exactly as a valid waiver says. */
    WAIVED("waived"),
    /** A catch-all was expected, and an undocumented code of its family came back. */
    REFINED("refined"),
    /** The catch-all parent of the expected code came back. */
    COARSER("coarser"),
    /** The environment lacks the capability. */
    NOT_DRIVABLE("not-drivable"),
    /** In the catalogue, and not in this run. */
    UNTESTED("untested"),
    /** Set-up or environment failed: says nothing about the contract. */
    BROKEN("broken"),
    /** A must-check fails. */
    CONTRADICTED("contradicted");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word for it in reports and in {@code verdict.json}. */
    public String word() {
        return word;
    }

    /** The verdict of a word. */
    public static Verdict ofWord(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no verdict: " + word));
    }

    /** Whether the answer was seen and is not the promised one. */
    public boolean fails() {
        return this == CONTRADICTED || this == COARSER || this == REFINED;
    }

    /** Whether an answer was seen and judged. */
    public boolean seen() {
        return holds() || fails() || this == WAIVED;
    }

    /** Whether the contract was seen to hold. */
    public boolean holds() {
        return this == PROVEN || this == PROVEN_WITH_ERRATUM;
    }
}
