package io.regcontract.simulator.store;

import java.nio.file.Path;

/** The state file is not there any more as it was. The message is a sentence without its full stop. */
final class LostStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what what became of the file */
    LostStateException(Path file, String what) {
        super("the state file " + file + " " + what + " while the simulator was running; what was in it is lost");
    }
}
