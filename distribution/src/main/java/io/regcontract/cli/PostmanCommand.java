package io.regcontract.cli;

import io.regcontract.report.file.AtomicFile;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.suite.replay.PostmanCollection;
import io.regcontract.suite.replay.ReplayPlan;
import io.regcontract.suite.replay.ServiceAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code postman}: every documented error as requests that Postman imports. */
@Command(
        name = "postman",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a Postman collection that provokes every documented error in a simulator, case by case, and checks"
                    + " code, name and request token. It is made from runs of the suite against simulators in this"
                    + " process; nothing else is called. "
                    + "Import the file, or run it: newman run FILE --env-var baseUrl=http://127.0.0.1:8080"
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the collection is written", "2:the file cannot be written", "3:the suite itself failed"})
final class PostmanCommand implements Callable<Integer> {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The collection; one that is there is replaced.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        // Before some seconds of work, not after.
        var output = new OutputFile("--out", file);
        output.noFile("the collection").ifPresent(sentence -> {
            throw new ParameterException(spec.commandLine(), sentence);
        });
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // What is there stays until there is a new one.
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException refused) {
            throw new ParameterException(spec.commandLine(), output.unwritable(refused));
        }
        AtomicFile.write(file, PostmanCollection.of(plan()));
        var out = spec.commandLine().getOut();
        out.println("Collection: " + file);
        out.flush();
        return 0;
    }

    private static ReplayPlan plan() throws IOException {
        var directory = Files.createTempDirectory("regcontract-postman");
        try (var one = simulator("one");
                var other = simulator("other")) {
            return ReplayPlan.record(access(one, "one"), access(other, "other"), directory);
        } finally {
            Directories.delete(directory);
        }
    }

    private static RegistrationSimulator simulator(String name) {
        return RegistrationSimulator.builder()
                .ownerClient(name + "-owner-client", name + "-owner-secret")
                .loginClient(name + "-login-client")
                .controlToken(token(name))
                .start();
    }

    private static ServiceAccess access(RegistrationSimulator simulator, String name) {
        return new ServiceAccess(
                simulator.baseAddress(),
                simulator.ownerClientId(),
                simulator.ownerClientSecret(),
                simulator.loginClientId(),
                token(name));
    }

    private static String token(String name) {
        return name + "-control-token";
    }
}
