package io.regcontract.drill.cli;

import io.regcontract.contract.Contract;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.contract.yaml.YamlException;
import io.regcontract.drill.judge.DrillJudge;
import io.regcontract.drill.report.ConsoleReport;
import io.regcontract.drill.run.CommandTrial;
import io.regcontract.drill.run.NamedOrder;
import io.regcontract.drill.run.ProgramNotStartedException;
import io.regcontract.drill.run.TrialOrder;
import io.regcontract.drill.trial.Phase;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.simulator.cli.SecretReference;
import io.regcontract.simulator.control.ArmedErrorDrill;
import io.regcontract.simulator.control.ControlException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drill}: lets an application meet documented errors, and says what it did then. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        subcommands = {ListCommand.class, UndoCommand.class, ReportCommand.class},
        description = {
            "Runs a command, such as the tests of an application, against a simulator of its own, in which drills make"
                    + " documented errors happen by their cause; and reports which errors it met and what it did then. "
                    + "The command finds the simulator in REGCONTRACT_BASE_URL, REGCONTRACT_OWNER_CLIENT_ID,"
                    + " REGCONTRACT_OWNER_CLIENT_SECRET, REGCONTRACT_LOGIN_CLIENT_ID, REGCONTRACT_APPLICATION,"
                    + " REGCONTRACT_CONTROL_URL and REGCONTRACT_CONTROL_TOKEN; and may write what it tells its"
                    + " user to the file of REGCONTRACT_TOLD_FILE. "
                    + "With --control and without a command, it arms drills at a simulator that is running."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing forbidden was seen, and all that is required was met",
            "1:a required error was not met, or something forbidden was seen",
            "2:the call, the policy or the command cannot be used",
            "3:the simulator itself failed, or does not answer",
            "4:the command called nothing",
            "130:it was interrupted, as by Ctrl-C: the command was ended too, and there is no report"
        })
public final class DrillCommand implements Callable<Integer> {

    static final int USAGE = 2;
    static final int BROKEN = 3;
    private static final int LOWEST_CODE = 100;
    private static final long LONGEST_IN_SECONDS = 86_400;

    @Mixin
    private OrderOptions drills = new OrderOptions();

    @Mixin
    private RunningSimulator running = new RunningSimulator();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Option(
            names = "--again",
            description =
                    "Runs the command once more after the drills are undone, as a person would, and judges both runs.")
    private boolean again;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Ends the command when a run takes longer, which fails. No limit when left out.")
    private Optional<Long> timeout = Optional.empty();

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            defaultValue = "documented",
            description = "How the simulator speaks: documented or observed. Default: ${DEFAULT-VALUE}.")
    private String dialect = "";

    @Option(
            names = "--people",
            description = "Brings people into the application whose accounts are in states that lead to errors, as"
                    + " 'simulator --people' does; their password is in REGCONTRACT_PEOPLE_PASSWORD.")
    private boolean people;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description =
                    "What to run, with its arguments; behind -- when it begins with a dash or is named as a command"
                            + " below.")
    private List<String> command = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private DrillCommand() {}

    /** The command with the commands below it. What follows the first word of the command to run belongs to that. */
    public static CommandLine commandLine() {
        var drill = new CommandLine(new DrillCommand());
        drill.getCommandSpec().parser().stopAtPositional(true);
        return drill;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            var orders = drills.orders();
            if (running.isNamed()) {
                return armElsewhere(orders);
            }
            if (command.isEmpty()) {
                throw wrong("Name the command to run: regcontract drill --code 414 -- npm test. To arm a drill at a"
                        + " simulator that is running, name it with --control and --token.");
            }
            return run(orders);
        } catch (IllegalArgumentException unusable) {
            throw wrong(String.valueOf(unusable.getMessage()));
        } catch (YamlException policy) {
            spec.commandLine().getErr().println(policy.getMessage());
            return USAGE;
        } catch (ProgramNotStartedException none) {
            spec.commandLine().getErr().println(none.getMessage());
            return USAGE;
        } catch (ControlException failed) {
            return said(spec, failed);
        } finally {
            spec.commandLine().getErr().flush();
        }
    }

    /** Everything that a person may have got wrong is looked at before anything runs. */
    private int run(List<NamedOrder> orders) throws IOException, InterruptedException {
        var order = new TrialOrder(command, orders, again, limit(), report.recordType(), report.told());
        var judge = new DrillJudge(Contract.load(), report.policy());
        var spoken = spoken();
        var application = running.nameOfOne();
        var directory = report.directory();
        var controlToken = token();
        var builder = RegistrationSimulator.builder()
                .application(application)
                .dialect(spoken)
                .controlToken(controlToken);
        data.applyTo(builder);
        try (var simulator = (people ? builder.people() : builder).start()) {
            var password = people ? Optional.of(simulator.people().password()) : Optional.<String>empty();
            var trial = new CommandTrial(simulator, controlToken, password, order).run();
            // The command may have made the type: before it ran, nobody could tell.
            report.refuseUnknownType(trial.phases().stream().map(Phase::records).toList());
            var decision = judge.judge(trial);
            var secrets = new ArrayList<>(List.of(controlToken, simulator.ownerClientSecret()));
            password.ifPresent(secrets::add);
            var page = directory.write(decision, secrets);
            var out = spec.commandLine().getOut();
            ConsoleReport.lines(decision).forEach(out::println);
            out.println("Report: " + page);
            out.flush();
            return decision.outcome().exitCode();
        }
    }

    private int armElsewhere(List<NamedOrder> orders) {
        if (!command.isEmpty()) {
            throw wrong("A command gets a simulator of its own: leave out --control and --token, or the command.");
        }
        if (orders.isEmpty()) {
            throw wrong("Name a drill with --code or --drill; 'regcontract drill list' names them all.");
        }
        var control = running.control(new SecretReference(System.getenv()));
        var armed = new ArrayList<ArmedErrorDrill>();
        try {
            orders.forEach(order -> armed.add(control.drill(order.order())));
        } catch (ControlException refused) {
            // All or none: nobody would know of the ones before.
            armed.forEach(ArmedErrorDrill::close);
            throw refused;
        }
        var out = spec.commandLine().getOut();
        armed.forEach(drill -> out.println("Armed: " + ServiceText.bounded(drill.name()) + leadingTo(drill) + ", id "
                + ServiceText.bounded(drill.id())));
        out.flush();
        return 0;
    }

    /** The error in brackets, where it is one of the API. */
    static String leadingTo(ArmedErrorDrill drill) {
        return drill.code() >= LOWEST_CODE ? " (" + drill.code() + ")" : "";
    }

    /** A refusal is about the call; anything else leaves nothing known. */
    static int said(CommandSpec spec, ControlException failed) {
        var err = spec.commandLine().getErr();
        err.println(ControlRefusals.said(String.valueOf(failed.getMessage())));
        err.flush();
        return failed.isRefusal() ? USAGE : BROKEN;
    }

    private Optional<Duration> limit() {
        return timeout.map(seconds -> {
            if (seconds < 1 || seconds > LONGEST_IN_SECONDS) {
                throw wrong("--timeout takes 1 to " + LONGEST_IN_SECONDS + " seconds, not " + seconds + ".");
            }
            return Duration.ofSeconds(seconds);
        });
    }

    private SpokenDialect spoken() {
        return switch (dialect) {
            case "documented" -> SpokenDialect.DOCUMENTED;
            case "observed" -> SpokenDialect.OBSERVED;
            default -> throw wrong("Unknown dialect for --dialect: use documented or observed.");
        };
    }

    private static String token() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
