package io.regcontract.simulator.control.journal;

import java.util.OptionalInt;

/**
 * A drill that had changed the application.
 *
 * @param id of the drill that was armed
 * @param name of its kind, such as {@code access-token-expired}
 * @param code the documented error that it leads to; empty when that is none of the service
 */
public record ActiveDrill(String id, String name, OptionalInt code) {

    /** Whether it leads to that error. */
    public boolean leadsTo(int error) {
        return code.isPresent() && code.getAsInt() == error;
    }
}
