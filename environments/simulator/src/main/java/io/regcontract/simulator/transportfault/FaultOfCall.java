package io.regcontract.simulator.transportfault;

import io.regcontract.simulator.wire.WireAnswer;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * A fault that befalls a call.
 *
 * @param isOver whether the fault has been taken away since
 */
public record FaultOfCall(TransportFault fault, BooleanSupplier isOver) {

    /** What is written to the log of requests in place of a result. */
    public String name() {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The answer as it leaves.
     *
     * @param answer what the service has answered; of no account when it was not reached
     */
    public WireAnswer befalling(WireAnswer answer) {
        return fault.befalling(answer, isOver);
    }
}
