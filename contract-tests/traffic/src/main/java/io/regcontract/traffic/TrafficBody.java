package io.regcontract.traffic;

import java.nio.charset.StandardCharsets;

/**
 * A body as it was recorded.
 *
 * @param bytes decoded; not to be changed
 * @param flaw why this is not the body that passed, or empty when it is the whole
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record TrafficBody(byte[] bytes, Flaw flaw) {

    /** No body. */
    public static final TrafficBody NONE = new TrafficBody(new byte[0], Flaw.NONE);

    /** What can be wrong with a recorded body. */
    public enum Flaw {
        /** It is the whole body. */
        NONE,
        /** The tool that recorded it kept only a part. */
        CUT_OFF,
        /** It is larger than what is judged. */
        TOO_LARGE,
        /** Its encoding is unknown, or the bytes do not follow it. */
        UNREADABLE
    }

    /** Whether it is the whole body. */
    public boolean isWhole() {
        return flaw == Flaw.NONE;
    }

    /** The body as text, with a sign of replacement for what is no UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
