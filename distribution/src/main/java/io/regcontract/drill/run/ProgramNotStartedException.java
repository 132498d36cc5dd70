package io.regcontract.drill.run;

import io.regcontract.contract.text.SafeText;

/** There is no such program, or it cannot be run; the message is for the person who named it. */
public final class ProgramNotStartedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProgramNotStartedException(String program, Exception cause) {
        super(
                "There is no program " + SafeText.typed(program)
                        + ", or it cannot be run. Write the command as it would"
                        + " be typed; what a shell does, such as &&, needs one: sh -c '...'.",
                cause);
    }
}
