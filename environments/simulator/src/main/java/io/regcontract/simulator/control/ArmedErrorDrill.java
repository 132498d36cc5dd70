package io.regcontract.simulator.control;

/** A drill that is armed; closing it undoes what it changed. */
public final class ArmedErrorDrill implements AutoCloseable {

    private final ApplicationControl control;
    private final String id;
    private final int code;

    ArmedErrorDrill(ApplicationControl control, String id, int code) {
        this.control = control;
        this.id = id;
        this.code = code;
    }

    /** Names it among the drills of its application. */
    public String id() {
        return id;
    }

    /** The documented error that it leads to. */
    public int code() {
        return code;
    }

    /**
     * How many calls have come that it is for.
     *
     * @throws ControlException when it has been undone
     */
    public long calls() {
        return control.calls(id);
    }

    /** Undoes it. Nothing happens when it has been undone, or when its application is gone. */
    @Override
    public void close() {
        control.end(id);
    }
}
