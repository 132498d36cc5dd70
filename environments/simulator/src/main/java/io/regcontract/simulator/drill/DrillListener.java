package io.regcontract.simulator.drill;

/** Is told what becomes of drills, by the thread that brings it about. */
@FunctionalInterface
public interface DrillListener {

    /** What can become of a drill. */
    enum Event {
        /** It waits for its call. */
        ARMED,
        /** The call came, and the application is changed. */
        CHANGED,
        /** The application is as it was, or the drill was taken away before its call came. */
        UNDONE
    }

    /** Something has become of a drill. */
    void happened(Event event, ArmedDrill drill);
}
