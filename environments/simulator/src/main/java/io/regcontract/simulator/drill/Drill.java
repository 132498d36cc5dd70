package io.regcontract.simulator.drill;

import io.regcontract.simulator.transportfault.TransportFault;
import java.util.Optional;

/** One documented error, by one cause. */
public interface Drill {

    /** What it is and what it does, for people and for programs. */
    DrillDescription description();

    /**
     * Whether a call has what the drill changes, such as an access token; others are not counted. It runs under the
     * application's lock, before and after the application was changed, and must not depend on the change.
     */
    default boolean concerns(IncomingCall call) {
        return true;
    }

    /** What befalls the calls on their way that it is for; empty for a drill that changes the application. */
    default Optional<TransportFault> fault() {
        return Optional.empty();
    }

    /** Whether it can wait for somebody who has no record, such as a person who is about to register. */
    default boolean canAimAtStranger() {
        return false;
    }

    /**
     * Changes the application so that this call, and calls like it, meet the error. It runs before anything of the call
     * is judged, under the application's lock.
     *
     * @return what takes the change back; empty when this call offers nothing to change, or another drill has changed
     *     the same already
     */
    Optional<Undo> change(IncomingCall call, DrillAim aim);
}
