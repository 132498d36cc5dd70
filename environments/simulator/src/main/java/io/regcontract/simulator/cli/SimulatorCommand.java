package io.regcontract.simulator.cli;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.simulator.store.StateFileException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the simulator as a program until it is told to stop. */
@Command(
        name = "regcontract-simulator",
        description =
                "Serves the Registration APIs on the loopback address, with real state and every documented error.",
        mixinStandardHelpOptions = true,
        versionProvider = SimulatorCommand.Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 1)
public final class SimulatorCommand implements Callable<Integer> {

    /** How far a clock may be off, in seconds: some thirty years. */
    private static final long FARTHEST = 1_000_000_000;
    /** The exit code when the state file was taken away. */
    private static final int STATE_LOST = 1;
    /** No client waits longer for an answer. */
    private static final long LONGEST_LATENCY = 600_000;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port to listen on; any free one when left out.")
    private int port;

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
            names = "--owner-client-secret",
            paramLabel = "SECRET",
            description = "Its secret; made up and printed when left out.")
    private Optional<String> ownerClientSecret = Optional.empty();

    @Option(
            names = "--login-client-id",
            paramLabel = "ID",
            description = "Client that people register and log in through; made up and printed when left out.")
    private Optional<String> loginClientId = Optional.empty();

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = "Opens the control plane under /control/v1 for callers with this token.")
    private Optional<String> controlToken = Optional.empty();

    @Option(
            names = "--registration-suffix",
            paramLabel = "SUFFIX",
            defaultValue = "janraincapture.com",
            description = "Hosts of applications are NAME.SUFFIX (default: ${DEFAULT-VALUE}).")
    private String registrationSuffix = "janraincapture.com";

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            defaultValue = "documented",
            description = "How to speak: documented, to the letter of the documentation, or observed, as the real"
                    + " service was recorded (default: ${DEFAULT-VALUE}).")
    private String dialect = "documented";

    @Option(
            names = "--signature-skew",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How far the date of a signed call may be from the clock (default: ${DEFAULT-VALUE}).")
    private long signatureSkew = 600;

    @Option(
            names = "--clock-offset",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "How far the service's clock is ahead of this machine's, or behind it when negative"
                    + " (default: ${DEFAULT-VALUE}).")
    private long clockOffset;

    @Option(
            names = "--quota",
            paramLabel = "CALLS/SECONDS",
            converter = QuotaOption.Converter.class,
            description = "At most so many calls to the default application in any so many seconds, such as 500/60;"
                    + " no limit when left out.")
    private Optional<QuotaOption> quota = Optional.empty();

    @Option(
            names = "--search-lag",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "How long what is written takes to show in entity.find and entity.count"
                    + " (default: ${DEFAULT-VALUE}).")
    private long searchLag;

    @Option(
            names = "--latency",
            paramLabel = "MS",
            defaultValue = "0",
            description = "How long every answer takes on its way, in milliseconds (default: ${DEFAULT-VALUE}).")
    private long latency;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Keeps everything in this file across restarts; in memory only when left out.")
    private Optional<Path> state = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command as it runs: what is wrong is said in a sentence, without the usage behind it. */
    public static CommandLine commandLine() {
        var command = new CommandLine(new SimulatorCommand());
        command.registerConverter(
                int.class, text -> Math.toIntExact(whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE)));
        command.registerConverter(long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
        command.setParameterExceptionHandler((wrong, arguments) -> {
            var out = wrong.getCommandLine().getErr();
            out.println(wrong.getMessage());
            if (wrong instanceof UnmatchedArgumentException unmatched
                    && !unmatched.getSuggestions().isEmpty()) {
                out.println("Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?");
            }
            out.println("--help names all options.");
            return wrong.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
        });
        return command;
    }

    private static long whole(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Said below, in the same words.
        }
        throw new TypeConversionException("'" + text + "' is not a whole number, or too large a one");
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var simulator = start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "regcontract-simulator-stop"));
            spec.commandLine().getOut().println("regcontract-simulator ready at " + simulator.baseAddress());
            if (ownerClientId.isEmpty() || ownerClientSecret.isEmpty() || loginClientId.isEmpty()) {
                spec.commandLine().getOut().println(made(simulator));
            }
            spec.commandLine().getOut().flush();
            var reason = simulator.awaitEnd();
            reason.ifPresent(sentence -> spec.commandLine()
                    .getErr()
                    .println("The simulator has stopped: " + sentence + ". Start it again, with a state file that is"
                            + " there or a new one."));
            return reason.isPresent() ? STATE_LOST : 0;
        }
    }

    /** What to call it with, in the form of the options that would say so. A secret that was given is not repeated. */
    private String made(RegistrationSimulator simulator) {
        return "  --application " + simulator.application() + " --owner-client-id " + simulator.ownerClientId()
                + (ownerClientSecret.isPresent() ? "" : " --owner-client-secret " + simulator.ownerClientSecret())
                + " --login-client-id " + simulator.loginClientId();
    }

    private RegistrationSimulator start() {
        if (port < 0 || port > 65_535) {
            throw wrong("--port must be a number from 0 to 65535, not " + port + ".");
        }
        if (clockOffset > FARTHEST || clockOffset < -FARTHEST) {
            throw wrong("--clock-offset must be at most " + FARTHEST + " seconds either way, not " + clockOffset + ".");
        }
        within("--latency", "a latency", latency, LONGEST_LATENCY, "milliseconds");
        within("--search-lag", "a lag", searchLag, FARTHEST, "seconds");
        within("--signature-skew", "a skew", signatureSkew, FARTHEST, "seconds");
        try {
            var log = spec.commandLine().getErr();
            var builder = RegistrationSimulator.builder()
                    .port(port)
                    .application(application)
                    .registrationSuffix(registrationSuffix)
                    .dialect(spoken())
                    .signatureSkew(Duration.ofSeconds(signatureSkew))
                    .clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(clockOffset)))
                    .searchLag(Duration.ofSeconds(searchLag))
                    .latency(Duration.ofMillis(latency))
                    .requestLog(log::println)
                    .faults(fault -> log.println("fault behind an unexpected error: " + fault));
            ownerClientId.ifPresent(builder::ownerClientId);
            ownerClientSecret.ifPresent(builder::ownerClientSecret);
            loginClientId.ifPresent(builder::loginClient);
            controlToken.ifPresent(builder::controlToken);
            quota.ifPresent(limit -> builder.quota(limit.calls(), Duration.ofSeconds(limit.seconds())));
            state.ifPresent(builder::state);
            return builder.start();
        } catch (IllegalArgumentException | StateFileException unusable) {
            throw wrong(sentence(unusable));
        } catch (UncheckedIOException unusable) {
            throw wrong(sentence(unusable) + " Choose another --port, or leave it out.");
        }
    }

    private void within(String option, String what, long number, long most, String unit) {
        if (number < 0) {
            throw wrong(capital(what) + " cannot be negative: give " + option + " a number of " + unit
                    + ", 0 or more, not " + number + ".");
        }
        if (number > most) {
            throw wrong(option + " must be at most " + most + " " + unit + ", not " + number + ".");
        }
    }

    private SpokenDialect spoken() {
        return switch (dialect) {
            case "documented" -> SpokenDialect.DOCUMENTED;
            case "observed" -> SpokenDialect.OBSERVED;
            default -> throw wrong("Unknown dialect \"" + dialect + "\" for --dialect: use documented or observed.");
        };
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static String sentence(Exception exception) {
        var message = String.valueOf(exception.getMessage());
        return capital(message) + ".";
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** How often the service may be called. */
    record QuotaOption(int calls, long seconds) {

        static final class Converter implements CommandLine.ITypeConverter<QuotaOption> {
            @Override
            public QuotaOption convert(String text) {
                if (!text.matches("[0-9]{1,9}/[0-9]{1,9}")) {
                    throw new TypeConversionException(
                            "'" + text + "' is no quota; write CALLS/SECONDS, such as 500/60");
                }
                var parts = text.split("/", 2);
                return new QuotaOption(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
            }
        }
    }

    /** The version that the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {RegistrationSimulator.version()};
        }
    }
}
