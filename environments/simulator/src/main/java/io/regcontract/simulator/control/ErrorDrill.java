package io.regcontract.simulator.control;

import java.util.Locale;

/** The drills that there are. {@code docs/drills.md} says of each what it does and what a good application does. */
public enum ErrorDrill {
    /** The access token that the call presents expires. */
    ACCESS_TOKEN_EXPIRED(414),
    /** The group of operations that the call belongs to goes off for maintenance. */
    MAINTENANCE(480);

    private final int code;

    ErrorDrill(int code) {
        this.code = code;
    }

    /** The documented error that it leads to. */
    public int code() {
        return code;
    }

    /** The name by which the control plane and the command line call it, such as {@code access-token-expired}. */
    public String publicName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
