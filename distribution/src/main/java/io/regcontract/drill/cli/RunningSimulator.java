package io.regcontract.drill.cli;

import io.regcontract.cli.option.SimulatorAddress;
import io.regcontract.contract.text.SafeText;
import io.regcontract.simulator.cli.SecretReference;
import io.regcontract.simulator.control.SimulatorControl;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** A simulator that is running elsewhere. */
final class RunningSimulator {

    private static final String TOKEN = "--token";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");

    @Option(names = "--control", paramLabel = "URL", description = "Base address of a simulator that is running.")
    private Optional<String> url = Optional.empty();

    @Option(names = TOKEN, paramLabel = "REFERENCE", description = "Its control token: env:NAME or file:PATH.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--application",
            paramLabel = "NAME",
            defaultValue = "regcontract",
            description = "The application. Default: ${DEFAULT-VALUE}.")
    private String application = "";

    /** Whether one is meant. */
    boolean isNamed() {
        return url.isPresent() || token.isPresent();
    }

    /**
     * The name of an application that is to be made.
     *
     * @throws IllegalArgumentException when it is no name; the message is a sentence
     */
    String nameOfOne() {
        if (!NAME.matcher(application).matches()) {
            throw new IllegalArgumentException("--application takes 1 to 63 letters, digits, - or _, with a letter or"
                    + " digit at both ends, not " + SafeText.typed(application) + ".");
        }
        return application;
    }

    /**
     * The control of it.
     *
     * @throws IllegalArgumentException when an option is missing or cannot be used; the message is a sentence
     */
    SimulatorControl control(SecretReference secrets) {
        if (url.isEmpty() || token.isEmpty()) {
            throw new IllegalArgumentException(
                    "Name a running simulator by both: --control http://127.0.0.1:8080 --token env:NAME.");
        }
        var address = SimulatorAddress.read(url.get())
                .orElseThrow(() -> new IllegalArgumentException(SimulatorAddress.refusal("--control")));
        return SimulatorControl.over(address, secret(secrets, token.get()), application);
    }

    private static String secret(SecretReference secrets, String reference) {
        String secret;
        try {
            secret = secrets.read(TOKEN, reference);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(unusable.getMessage() + ".", unusable);
        }
        if (!PRINTABLE.matcher(secret).matches()) {
            throw new IllegalArgumentException(TOKEN
                    + " leads to a secret with characters that no header of HTTP can carry: use one of letters, digits"
                    + " and signs of ASCII.");
        }
        return secret;
    }
}
