package io.regcontract.cli.option;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Where a simulator is, as a person writes it. */
public final class SimulatorAddress {

    private static final int HIGHEST_PORT = 65_535;

    private SimulatorAddress() {}

    /** The address; empty when it is none. */
    public static Optional<URI> read(String text) {
        try {
            var address = new URI(text);
            boolean usable = address.getHost() != null
                    && Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getPort() <= HIGHEST_PORT
                    && address.getUserInfo() == null;
            return usable ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException odd) {
            return Optional.empty();
        }
    }

    /** What is said to a person who wrote none. */
    public static String refusal(String option) {
        return option + " takes the base address of a simulator, such as http://127.0.0.1:8080.";
    }
}
