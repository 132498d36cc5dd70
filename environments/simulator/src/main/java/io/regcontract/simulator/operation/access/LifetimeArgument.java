package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.operation.OperationCall;
import java.time.Duration;

/** How long something that is issued is to be good for. */
final class LifetimeArgument {

    /** In seconds: ten years, so that no date overflows. */
    static final long LONGEST = 315_360_000;

    private LifetimeArgument() {}

    /** What the argument {@code lifetime} says, in seconds, or else what is usual. */
    static Duration in(OperationCall call, Duration usual) {
        var asked = call.arguments().whole("lifetime");
        return asked.isPresent() ? Duration.ofSeconds(asked.getAsLong()) : usual;
    }
}
