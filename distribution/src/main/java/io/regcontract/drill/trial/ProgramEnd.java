package io.regcontract.drill.trial;

/**
 * How a command ended.
 *
 * @param status of a process that ended by itself; of one that a signal ended, 128 and the number of the signal
 */
public record ProgramEnd(Kind kind, int status) {

    /** The ways to end. */
    public enum Kind {
        /** By itself. */
        EXITED,
        /** By a signal, such as that of the system when memory runs out. */
        SIGNALLED,
        /** It took longer than it was given, and was ended. */
        TIMED_OUT
    }

    private static final int SIGNALS = 128;
    private static final int MOST_SIGNALS = 64;

    /** How a process ended, by what the system tells of it. */
    public static ProgramEnd of(int status) {
        // A shell says the same of a command of its own that a signal ended.
        boolean signalled = status > SIGNALS && status <= SIGNALS + MOST_SIGNALS;
        return new ProgramEnd(signalled ? Kind.SIGNALLED : Kind.EXITED, status);
    }

    /** Whether it says of itself that all went well. */
    public boolean isSuccess() {
        return kind == Kind.EXITED && status == 0;
    }

    /** In words, as they follow "the command ended". */
    public String shown() {
        return switch (kind) {
            case EXITED -> "with exit status " + status;
            case SIGNALLED -> "by signal " + (status - SIGNALS);
            case TIMED_OUT -> "because its time was over";
        };
    }
}
