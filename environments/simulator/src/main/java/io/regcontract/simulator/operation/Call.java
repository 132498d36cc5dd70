package io.regcontract.simulator.operation;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.Client;
import io.regcontract.simulator.argument.Arguments;
import io.regcontract.simulator.credential.Caller;
import java.net.InetAddress;
import java.time.Instant;

/** A call that got as far as its operation: where, by whom, with what. */
public record Call(Application application, Caller caller, InetAddress address, Arguments arguments) {

    /** The client that calls, or for which the caller's token was issued. */
    public Client client() {
        return caller.client().orElseThrow(() -> new IllegalStateException("this operation is for clients only"));
    }

    /** The time in the application's world. */
    public Instant now() {
        return application.now();
    }
}
