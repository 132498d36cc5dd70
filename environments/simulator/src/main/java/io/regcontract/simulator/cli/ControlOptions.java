package io.regcontract.simulator.cli;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.http.MachineAddresses;
import java.net.InetAddress;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether there is a control plane, and the token that opens it. */
final class ControlOptions {

    private static final String TOKEN = "--control-token";

    @Option(
            names = TOKEN,
            paramLabel = "REFERENCE",
            description = "Opens the control plane under /control/v1 for callers that send this token in the header"
                    + " Authorization: Bearer TOKEN. env:NAME or file:PATH; on the loopback address also the token"
                    + " itself.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--no-control-plane",
            description = "Opens no control plane, so that no token is asked for at another than the loopback address.")
    private boolean none;

    @Option(
            names = "--no-console",
            description = "Opens no console. Without this there is one at /console: on the loopback address for every"
                    + " user of this machine, elsewhere for those who have the control token.")
    private boolean noConsole;

    /**
     * Opens the control plane, or leaves it closed.
     *
     * @param bound the address that is listened on
     * @throws IllegalArgumentException when a token is missing, or may not stand there as it does
     */
    void applyTo(RegistrationSimulator.Builder builder, InetAddress bound, SecretReference secrets) {
        if (none && token.isPresent()) {
            throw new IllegalArgumentException(TOKEN + " opens what --no-control-plane closes; leave one of them out");
        }
        if (!none && token.isEmpty() && !bound.isLoopbackAddress()) {
            throw new IllegalArgumentException("other machines can connect to " + MachineAddresses.text(bound)
                    + ", so the control plane needs a token of 16 characters or more; give --control-token env:NAME or"
                    + " file:PATH, or --no-control-plane");
        }
        token.map(text -> bound.isLoopbackAddress() && !SecretReference.isOne(text) ? text : secrets.read(TOKEN, text))
                .ifPresent(builder::controlToken);
        if (!none && !noConsole) {
            builder.console();
        }
    }

    /** Says in a few words who may call the control plane. */
    String line() {
        return token.isPresent()
                ? "control plane (/control/v1): with the control token"
                : "control plane: closed" + (none ? "" : "; --control-token opens it");
    }

    /** Says where the console is and who may use it; empty when there is none. */
    Optional<String> consoleLine(RegistrationSimulator simulator, boolean local) {
        return simulator
                .consoleAddress()
                .map(address -> "console (arms drills, shows the state): " + address
                        + (local ? "" : " with the control token"));
    }
}
