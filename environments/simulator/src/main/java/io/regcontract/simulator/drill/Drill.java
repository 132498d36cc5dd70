package io.regcontract.simulator.drill;

import java.util.Optional;

/** One documented error, by one cause. */
public interface Drill {

    /** What it is and what it does, for people and for programs. */
    DrillDescription description();

    /**
     * Changes the application so that this call, and calls like it, meet the error. It runs before anything of the call
     * is judged, under the application's lock.
     *
     * @return what takes the change back; empty when this call offers nothing to change, such as one without a token
     */
    Optional<Undo> change(IncomingCall call, DrillAim aim);
}
