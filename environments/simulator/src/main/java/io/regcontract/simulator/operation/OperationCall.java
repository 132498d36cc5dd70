package io.regcontract.simulator.operation;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.argument.Arguments;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.credential.Caller;
import java.net.InetAddress;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * A call that got as far as its operation: where, by whom, with what.
 *
 * @param abandoned whether the caller has hung up by now; not to be asked too often
 */
public record OperationCall(
        Application application, Caller caller, InetAddress address, Arguments arguments, BooleanSupplier abandoned) {

    /** The client that calls, or for which the caller's token was issued. */
    public Client client() {
        return caller.client().orElseThrow(() -> new IllegalStateException("this operation is for clients only"));
    }

    /** The time in the application's world. */
    public Instant now() {
        return application.now();
    }
}
