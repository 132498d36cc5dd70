package io.regcontract.cli;

import io.regcontract.cli.option.SimulatorAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code health}: whether a simulator answers, for the health checks of containers, whose image may have no curl. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Asks a simulator whether it is alive.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it is", "1:it is not, or something else answers there", "2:the address cannot be used"})
final class HealthCommand implements Callable<Integer> {

    private static final String PATH = "/control/v1/health";
    private static final int UNHEALTHY = 1;
    private static final int OK = 200;
    private static final long LONGEST = 600;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "Base address of the simulator. Default: ${DEFAULT-VALUE}.")
    private String url = "";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long to wait for the answer, 1 to 600. Default: ${DEFAULT-VALUE}.")
    private long timeout;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var address = address();
        if (timeout < 1 || timeout > LONGEST) {
            throw wrong("--timeout takes 1 to " + LONGEST + " seconds, not " + timeout + ".");
        }
        var problem = problem(address.resolve(PATH));
        problem.ifPresent(why -> spec.commandLine().getErr().println(why));
        if (problem.isEmpty()) {
            spec.commandLine().getOut().println("The simulator at " + address + " is alive.");
        }
        return problem.isEmpty() ? 0 : UNHEALTHY;
    }

    private URI address() {
        return SimulatorAddress.read(url).orElseThrow(() -> wrong(SimulatorAddress.refusal("--url")));
    }

    private Optional<String> problem(URI health) throws InterruptedException {
        var patience = Duration.ofSeconds(timeout);
        var request = HttpRequest.newBuilder(health).timeout(patience).build();
        try {
            var status = HttpClient.newBuilder()
                    .connectTimeout(patience)
                    .build()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
            return status == OK
                    ? Optional.empty()
                    : Optional.of(health + " answers with status " + status
                            + ": that is no simulator, or one of another version.");
        } catch (IOException none) {
            var why = none.getMessage() == null ? none.getClass().getSimpleName() : none.getMessage();
            return Optional.of("Nothing answers at " + health + ": " + why + ".");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
