package io.regcontract.simulator.cli;

import io.regcontract.simulator.RegistrationSimulator;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the simulator listens, and which pages in browsers may call it. */
final class NetworkOptions {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            converter = WholeNumber.OfInt.class,
            description = "Port to listen on; any free one when left out.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            converter = AddressOption.class,
            description = "Address or name of this machine to listen on; 0.0.0.0 for all (default:"
                    + " ${DEFAULT-VALUE}). At another than the loopback address, --control-token is asked for.")
    private InetAddress bind = InetAddress.getLoopbackAddress();

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description = "Lets pages of this origin call the API from a browser, such as http://localhost:3000; may"
                    + " be given again. * alone allows every origin.")
    private List<String> origins = new ArrayList<>();

    void applyTo(RegistrationSimulator.Builder builder) {
        builder.port(port).bind(bind).corsOrigins(origins.toArray(String[]::new));
    }

    /** The address to listen on. */
    InetAddress address() {
        return bind;
    }

    /**
     * Refuses a port that cannot be.
     *
     * @throws IllegalArgumentException when it is none
     */
    void check() {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port must be a number from 0 to 65535, not " + port);
        }
    }

    /** Says which pages may call the API; empty when none may. */
    Optional<String> pages() {
        return origins.isEmpty()
                ? Optional.empty()
                : Optional.of("pages in browsers: the API only, without cookies, from "
                        + (origins.contains("*") ? "every origin" : String.join(", ", origins)));
    }
}
