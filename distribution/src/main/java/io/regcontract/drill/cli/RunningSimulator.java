package io.regcontract.drill.cli;

import io.regcontract.cli.option.SimulatorAddress;
import io.regcontract.simulator.cli.SecretReference;
import io.regcontract.simulator.control.SimulatorControl;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A simulator that is running elsewhere. */
final class RunningSimulator {

    private static final String TOKEN = "--token";

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

    String application() {
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
        try {
            return SimulatorControl.over(address, secrets.read(TOKEN, token.get()), application);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(unusable.getMessage() + ".", unusable);
        }
    }
}
