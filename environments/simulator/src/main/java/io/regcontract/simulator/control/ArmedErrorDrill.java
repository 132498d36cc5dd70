package io.regcontract.simulator.control;

/** A drill that is armed; closing it undoes what it changed. */
public final class ArmedErrorDrill implements AutoCloseable {

    private final ApplicationControl control;
    private final String id;
    private final String name;
    private final int code;

    ArmedErrorDrill(ApplicationControl control, String id, String name, int code) {
        this.control = control;
        this.id = id;
        this.name = name;
        this.code = code;
    }

    /** Names it among the drills of its application. */
    public String id() {
        return id;
    }

    /** Which drill it is, such as {@code access-token-expired}. */
    public String name() {
        return name;
    }

    /** The documented error that it leads to; 0 when it leads to none, as those of {@link TransportDrill}. */
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

    /**
     * How many calls have come that it is aimed at, and that offered nothing for it to change, such as a call that names
     * no record where records are deleted. What the drill does says what a call must have.
     *
     * @throws ControlException when it has been undone
     */
    public long passedOver() {
        return control.passedOver(id);
    }

    /** Undoes it. Nothing happens when it has been undone, or when its application is gone. */
    @Override
    public void close() {
        control.end(id);
    }
}
