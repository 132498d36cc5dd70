package io.regcontract.simulator.cli;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.simulator.store.StorageException;
import io.regcontract.simulator.store.backend.UnusableStateException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the simulator as a program until it is told to stop. */
@Command(
        name = "regcontract-simulator",
        description =
                "Serves the Registration APIs, with real state and every documented error, on the loopback address"
                        + " unless told otherwise.",
        mixinStandardHelpOptions = true,
        versionProvider = SimulatorCommand.Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 1)
public final class SimulatorCommand implements Callable<Integer> {

    /** How far a clock may be off, in seconds: some thirty years. */
    private static final long FARTHEST = 1_000_000_000;
    /** The exit code when the state was taken away, or could not be written at the start. */
    private static final int STATE_LOST = 1;
    /** No client waits longer for an answer. */
    private static final long LONGEST_LATENCY = 600_000;

    @Mixin
    private NetworkOptions network = new NetworkOptions();

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private ControlOptions control = new ControlOptions();

    @Mixin
    private ClientOptions clients = new ClientOptions();

    @Mixin
    private PeopleOptions people = new PeopleOptions();

    @Mixin
    private ImportOptions imports = new ImportOptions();

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private LifetimeOptions lifetime = new LifetimeOptions();

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
            converter = WholeNumber.OfLong.class,
            defaultValue = "600",
            description = "How far the date of a signed call may be from the clock (default: ${DEFAULT-VALUE}).")
    private long signatureSkew = 600;

    @Option(
            names = "--clock-offset",
            paramLabel = "SECONDS",
            converter = WholeNumber.OfLong.class,
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
            converter = WholeNumber.OfLong.class,
            defaultValue = "0",
            description = "How long what is written takes to show in entity.find and entity.count"
                    + " (default: ${DEFAULT-VALUE}).")
    private long searchLag;

    @Option(
            names = "--index",
            paramLabel = "ATTRIBUTE",
            description = "Keeps an index of this attribute, such as primaryAddress.country, besides those of id, uuid,"
                    + " created, lastUpdated and all that is unique. May be given several times.")
    private List<String> indexed = List.of();

    @Option(
            names = "--latency",
            paramLabel = "MS",
            converter = WholeNumber.OfLong.class,
            defaultValue = "0",
            description = "How long every answer takes on its way, in milliseconds (default: ${DEFAULT-VALUE}).")
    private long latency;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final SecretReference secrets;
    private final Map<String, String> environment;

    /** The command with the environment variables of this process. */
    public SimulatorCommand() {
        this(System.getenv());
    }

    /** @param environment the environment variables that references may name */
    SimulatorCommand(Map<String, String> environment) {
        this.secrets = new SecretReference(environment);
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /**
     * The command as it runs, alone or below another one: what is wrong is said in a sentence, without the usage behind
     * it.
     */
    public static CommandLine commandLine() {
        return commandLine(System.getenv());
    }

    /** @param environment the environment variables that references may name */
    static CommandLine commandLine(Map<String, String> environment) {
        var command = new CommandLine(new SimulatorCommand(environment));
        command.setParameterExceptionHandler((wrong, arguments) -> {
            var out = wrong.getCommandLine().getErr();
            out.println(
                    wrong instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                            ? "'" + unmatched.getUnmatched().get(0) + "' belongs to no option."
                            : wrong.getMessage());
            if (wrong instanceof UnmatchedArgumentException unmatched
                    && !unmatched.getSuggestions().isEmpty()) {
                out.println("Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?");
            }
            out.println("--help names all options.");
            return wrong.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
        });
        return command;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var simulator = start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "regcontract-simulator-stop"));
            var out = spec.commandLine().getOut();
            out.println(spec.qualifiedName() + " ready at " + simulator.baseAddress());
            clients.made(simulator).ifPresent(made -> out.println("  " + made));
            openness(simulator).forEach(line -> out.println("  " + line));
            imports.lines(simulator).forEach(line -> out.println("  " + line));
            people.lines(simulator).forEach(line -> out.println("  " + line));
            out.flush();
            lifetime.applyTo(simulator, System.in);
            var reason = simulator.awaitEnd();
            reason.ifPresent(sentence -> spec.commandLine()
                    .getErr()
                    .println("The simulator has stopped: " + sentence
                            + ". Start it again, with a state that is there or a new one."));
            return reason.isPresent() ? STATE_LOST : 0;
        } catch (StorageException unwritable) {
            spec.commandLine()
                    .getErr()
                    .println(sentence(unwritable)
                            + " What was written before is kept: mend this, and start the simulator again.");
            return STATE_LOST;
        }
    }

    /** What is open to whom. */
    private List<String> openness(RegistrationSimulator simulator) {
        var lines = new ArrayList<String>();
        var addresses = simulator.addresses().stream().map(URI::toString).collect(Collectors.joining(", "));
        lines.add("callers: " + (network.address().isLoopbackAddress() ? "this machine only, at " : "all who reach ")
                + addresses);
        lines.add("API: with the credentials of a client; /control/v1/health: without");
        lines.add(control.line());
        control.consoleLine(simulator, network.address().isLoopbackAddress()).ifPresent(lines::add);
        network.pages().ifPresent(lines::add);
        lines.addAll(tls.lines(simulator));
        return lines;
    }

    private RegistrationSimulator start() {
        if (clockOffset > FARTHEST || clockOffset < -FARTHEST) {
            throw wrong("--clock-offset must be at most " + FARTHEST + " seconds either way, not " + clockOffset + ".");
        }
        within("--latency", "a latency", latency, LONGEST_LATENCY, "milliseconds");
        within("--search-lag", "a lag", searchLag, FARTHEST, "seconds");
        within("--signature-skew", "a skew", signatureSkew, FARTHEST, "seconds");
        try {
            network.check();
            var log = spec.commandLine().getErr();
            var builder = RegistrationSimulator.builder()
                    .registrationSuffix(registrationSuffix)
                    .dialect(spoken())
                    .signatureSkew(Duration.ofSeconds(signatureSkew))
                    .clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(clockOffset)))
                    .searchLag(Duration.ofSeconds(searchLag))
                    .index(indexed)
                    .latency(Duration.ofMillis(latency))
                    .requestLog(log::println)
                    .faults(fault -> log.println("fault behind an unexpected error: " + fault));
            clients.applyTo(builder, secrets);
            people.applyTo(builder, secrets);
            imports.applyTo(builder);
            network.applyTo(builder);
            tls.applyTo(builder, secrets);
            control.applyTo(builder, network.address(), secrets);
            quota.ifPresent(limit -> builder.quota(limit.calls(), Duration.ofSeconds(limit.seconds())));
            state.applyTo(builder, secrets, environment);
            return started(builder);
        } catch (IllegalArgumentException | UnusableStateException unusable) {
            throw wrong(sentence(unusable));
        } catch (UncheckedIOException unusable) {
            throw wrong(sentence(unusable) + " Choose another --port, or leave it out.");
        }
    }

    /** A simulator whose certificate can be had by clients. */
    private RegistrationSimulator started(RegistrationSimulator.Builder builder) {
        var simulator = builder.start();
        try {
            tls.writeAuthority(simulator);
            imports.write(simulator);
            return simulator;
        } catch (IllegalArgumentException unwritable) {
            simulator.close();
            throw unwritable;
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

    /** The version that the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {RegistrationSimulator.version()};
        }
    }
}
