package io.regcontract.simulator.cli;

import io.regcontract.simulator.RegistrationSimulator;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The default application and its first clients; what is left out is made up and printed. */
final class ClientOptions {

    private static final String SECRET = "--owner-client-secret";

    @Option(
            names = "--application",
            paramLabel = "NAME",
            defaultValue = "regcontract",
            description = "Name and id of the default application (default: ${DEFAULT-VALUE}).")
    private String application = "regcontract";

    @Option(
            names = "--owner-client-id",
            paramLabel = "ID",
            description = "Client that administers the default application; made up and printed when left out.")
    private Optional<String> ownerClientId = Optional.empty();

    @Option(
            names = SECRET,
            paramLabel = "SECRET",
            description = "Its secret, or env:NAME or file:PATH where it stands; made up and printed when left out.")
    private Optional<String> ownerClientSecret = Optional.empty();

    @Option(
            names = "--login-client-id",
            paramLabel = "ID",
            description = "Client that people register and log in through; made up and printed when left out.")
    private Optional<String> loginClientId = Optional.empty();

    /** @throws IllegalArgumentException when a name, id or secret cannot be used */
    void applyTo(RegistrationSimulator.Builder builder, SecretReference secrets) {
        builder.application(application);
        ownerClientId.ifPresent(builder::ownerClientId);
        // It may stand on the command line: it opens nothing but invented data.
        ownerClientSecret
                .map(text -> SecretReference.isOne(text) ? secrets.read(SECRET, text) : text)
                .ifPresent(builder::ownerClientSecret);
        loginClientId.ifPresent(builder::loginClient);
    }

    /**
     * What to call it with, in the form of the options that would say so; empty when all was given. A secret that was
     * given is not repeated.
     */
    Optional<String> made(RegistrationSimulator simulator) {
        return ownerClientId.isPresent() && ownerClientSecret.isPresent() && loginClientId.isPresent()
                ? Optional.empty()
                : Optional.of("--application " + simulator.application() + " --owner-client-id "
                        + simulator.ownerClientId()
                        + (ownerClientSecret.isPresent() ? "" : " " + SECRET + " " + simulator.ownerClientSecret())
                        + " --login-client-id " + simulator.loginClientId());
    }
}
