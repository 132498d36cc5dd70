package io.regcontract.report.record;

/**
 * A reason why a record cannot be taken for the whole truth about its run.
 *
 * @param rule a slug for life, as it stands in {@code verdict.json}
 * @param message what is wrong, where, and what to do: one or two sentences
 * @param missing whether something is not there that should be, which a refused run explains
 */
public record RecordFlaw(String rule, String message, boolean missing) {

    /** The rule of a flaw that is the lack of a shard. */
    public static final String SHARD_MISSING = "shard-missing";

    /** The rule of something that the run made and left behind. */
    public static final String LEFTOVER = "leftover";

    static RecordFlaw missing(String rule, String message) {
        return new RecordFlaw(rule, message, true);
    }

    /** Something that the record says and that is not so, elsewhere than in its own text. */
    public static RecordFlaw of(String rule, String message) {
        return new RecordFlaw(rule, message, false);
    }

    static RecordFlaw wrong(String rule, RecordLocation place, String message) {
        return new RecordFlaw(rule, place + ": " + message, false);
    }
}
