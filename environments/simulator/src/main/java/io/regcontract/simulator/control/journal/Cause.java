package io.regcontract.simulator.control.journal;

import java.util.Locale;

/** Why a call failed, as far as the simulator knows. */
public enum Cause {
    /** A drill had changed the state of the application for the call. */
    DRILL,
    /** Something else had changed it from outside: the control plane, or an option of the start. */
    WORLD,
    /** The caller itself: an argument that is missing or wrong, or an error for which nobody had changed anything. */
    CALLER;

    /** As JSON has it. */
    public String publicName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
