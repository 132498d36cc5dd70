package io.regcontract.report.judge;

import java.util.Arrays;
import java.util.List;

/**
 * The verdict of a requirement after a run, and of a code, which takes its worst requirement's verdict. Ordered from
 * best to worst.
 */
public enum Verdict {
    /** Every must-check holds. */
    PROVEN("proven"),
    /** Of recorded traffic: answers were seen, and every must-check holds of each. */
    WITNESSED("witnessed"),
    /** Holds once errata or alternative readings that the profile accepts are applied. */
    PROVEN_WITH_ERRATUM("proven-with-erratum"),
    /** Of recorded traffic: answers were seen, and each holds once errata or readings that the profile accepts are applied. */
    WITNESSED_WITH_ERRATUM("witnessed-with-erratum"),
    /** Of recorded traffic: no answer was among it. */
    NEVER_SEEN("never-seen"),
    /** Of a replacement: it does not implement the operation. Nothing was sent, so that it neither passes nor fails. */
    OUT_OF_SCOPE("out-of-scope"),
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

    /** Those of runs, as the table of verdicts has them: from what passes to what is missing. */
    private static final List<Verdict> OF_RUNS = List.of(
            PROVEN,
            PROVEN_WITH_ERRATUM,
            COARSER,
            REFINED,
            CONTRADICTED,
            WAIVED,
            BROKEN,
            NOT_DRIVABLE,
            OUT_OF_SCOPE,
            UNTESTED);

    /** Those of recorded traffic, in the same order: nothing in it was driven, so nothing is proven by it. */
    private static final List<Verdict> OF_TRAFFIC =
            List.of(WITNESSED, WITNESSED_WITH_ERRATUM, REFINED, CONTRADICTED, WAIVED, BROKEN, NEVER_SEEN);

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

    /** All that a record of traffic, or one of a run, can have, from what passes to what is missing. */
    public static List<Verdict> all(boolean traffic) {
        return traffic ? OF_TRAFFIC : OF_RUNS;
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
        return this == PROVEN || this == PROVEN_WITH_ERRATUM || this == WITNESSED || this == WITNESSED_WITH_ERRATUM;
    }
}
