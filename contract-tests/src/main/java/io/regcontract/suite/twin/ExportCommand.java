package io.regcontract.suite.twin;

import io.regcontract.contract.input.ProjectDirectory;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.environment.Marker;
import io.regcontract.environment.Profile;
import io.regcontract.environment.RunEstimate;
import io.regcontract.environment.guard.EnvironmentGuard;
import io.regcontract.environment.guard.GuardRefusal;
import io.regcontract.environment.loading.Environments;
import io.regcontract.environment.loading.ProfileException;
import io.regcontract.suite.pace.CallBudgetGuard;
import io.regcontract.suite.pace.MonotonicClock;
import io.regcontract.suite.pace.ReadOnlyGuard;
import io.regcontract.suite.pace.ServiceClientFactory;
import io.regcontract.suite.preflight.MarkerLook;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.state.ExpiryWaiter;
import io.regcontract.suite.transport.PlainHttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code twin export}: reads a tenant into a directory. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Reads types, rules, settings, clients, flow and records of a tenant into a directory, with the"
                + " owner client of a profile, at its pace and within its budget of calls. It changes nothing. When it"
                + " ends early, the same command goes on behind the last page that is whole.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all of it is there",
            "2:it may not, or cannot, be done so",
            "3:the service did not answer as it must, or the budget is used up: the same command goes on later",
            "130:it was interrupted, as by Ctrl-C (143: by SIGTERM): the same command goes on later"
        })
final class ExportCommand implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int LARGEST_PAGE = 10_000;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            required = true,
            description = "The profile under environments/profiles.")
    private String environment = "";

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project's directory. Default: the working directory.")
    private Path root = Path.of("");

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Where the files go.")
    private Path to = Path.of("");

    @Option(names = "--type", paramLabel = "NAME", description = "An entity type to read; all when left out.")
    private List<String> types = List.of();

    @Option(
            names = "--without",
            paramLabel = "PART",
            split = ",",
            description = "Leaves a part out: settings, clients, access (the attributes that each client may see and"
                    + " write), flow, rules or records.")
    private List<String> without = List.of();

    @Option(
            names = "--page",
            paramLabel = "RECORDS",
            defaultValue = "1000",
            description = "How many records are asked for at once, at most 10000. Default: ${DEFAULT-VALUE}.")
    private int page = 1_000;

    @Option(names = "--without-hashes", description = "Writes no password, not even as the hash that it is.")
    private boolean withoutHashes;

    @Option(
            names = "--anonymise",
            description =
                    "Replaces names, addresses and what else tells who somebody is, by texts of the same form: the"
                            + " same one for the same value, and never one for two. The key lies beside, in anonymise.key.")
    private boolean anonymise;

    @Option(
            names = "--personal",
            paramLabel = "[TYPE:]/PATH",
            description = "Another attribute that --anonymise replaces.")
    private List<String> personal = List.of();

    @Option(
            names = "--not-personal",
            paramLabel = "[TYPE:]/PATH",
            description = "An attribute that --anonymise would replace, and is to keep. export.json lists both.")
    private List<String> impersonal = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Other commands have an option of this name, so that people try it. */
    @Option(names = "--out", paramLabel = "DIR", hidden = true, parameterConsumer = NamedOtherwise.class)
    private String unusedOut = "";

    private final Map<String, String> variables;
    private final Clock clock;
    private final MonotonicClock monotonicClock;
    private final ExpiryWaiter.Sleeper sleeper;

    /** The command with this process's environment variables, clock and time. */
    ExportCommand() {
        this(
                System.getenv(),
                Clock.systemUTC(),
                MonotonicClock.SYSTEM,
                time -> MonotonicClock.SYSTEM.sleep(time.toNanos()));
    }

    /** @param variables what {@code env:NAME} in profiles refers to */
    ExportCommand(
            Map<String, String> variables, Clock clock, MonotonicClock monotonicClock, ExpiryWaiter.Sleeper sleeper) {
        this.variables = variables;
        this.clock = clock;
        this.monotonicClock = monotonicClock;
        this.sleeper = sleeper;
    }

    @Override
    public Integer call() {
        try {
            var options = options();
            var profile = profile();
            var directory = new ExportDirectory(to);
            var state = ExportState.in(directory, profile.name(), options);
            if (state.isComplete()) {
                say("The export in " + to + " is complete already.");
                return 0;
            }
            var tenant = reader(profile);
            try (var notice = new InterruptionNotice(
                    () -> howToGoOn(directory), spec.commandLine().getErr())) {
                notice.begin();
                checkMarker(profile, tenant);
                export(profile, tenant, options, directory, state).run();
            }
            state.leftOut()
                    .forEach(left -> say("left: " + left.path("what").asString("") + ": "
                            + left.path("why").asString("")));
            AnonymisedSummary.lines(state, options, directory.root().resolve(ExportState.FILE))
                    .forEach(this::say);
            say("Complete in " + to + ", by " + tenant.calls() + " calls. " + hint(options));
            return 0;
        } catch (ExportException ended) {
            return fail(ended.exitCode(), ended);
        } catch (ProfileException | IllegalArgumentException wrong) {
            return fail(TwinCommand.REFUSED, wrong);
        }
    }

    private ExportOptions options() {
        without.stream()
                .filter(part -> !ExportOptions.PARTS.contains(part))
                .findFirst()
                .ifPresent(odd -> {
                    throw ExportException.refused(
                            "--without knows " + String.join(", ", ExportOptions.PARTS) + ", not " + odd);
                });
        if (page < 1 || page > LARGEST_PAGE) {
            throw ExportException.refused("--page must be a number from 1 to " + LARGEST_PAGE + ", not " + page);
        }
        if (!anonymise && !(personal.isEmpty() && impersonal.isEmpty())) {
            throw ExportException.refused("--personal and --not-personal say what --anonymise replaces: give it, too");
        }
        return new ExportOptions(
                types, new LinkedHashSet<>(without), page, !withoutHashes, anonymise, personal, impersonal);
    }

    private Profile profile() {
        var profile = Environments.in(ProjectDirectory.of(root, "environments/profiles", variables), variables)
                .named(environment);
        if (profile.embedded()) {
            throw ExportException.refused(
                    environment + " is made for each run and begins empty: there is nothing to read");
        }
        // Reading is confirmed by naming the environment; nothing is planned to be made.
        var refusals = new EnvironmentGuard(profile).refusals(RunEstimate.NOTHING, Optional.of(profile.name()));
        if (!refusals.isEmpty()) {
            throw ExportException.refused(
                    refusals.stream().map(GuardRefusal::toString).collect(Collectors.joining(System.lineSeparator())));
        }
        return profile;
    }

    private TenantReader reader(Profile profile) {
        var redactor = new Redactor();
        var application = Application.of(profile);
        redactor.registerBasic("OWNER_CLIENT_SECRET", application.ownerClientId(), application.ownerSecret());
        var http = ServiceClientFactory.open(profile, 1, redactor, clock, monotonicClock, TIMEOUT)
                .interceptedBy(new ReadOnlyGuard())
                .interceptedBy(new CallBudgetGuard(profile.safeguards().budgets(), 1))
                .withoutEvidence();
        return new TenantReader(http, application.owner(), sleeper, this::say);
    }

    private void checkMarker(Profile profile, TenantReader tenant) {
        profile.safeguards().marker().ifPresent(marker -> new EnvironmentGuard(profile)
                .checkMarker(
                        marker.setting().isPresent()
                                ? Optional.of(tenant.ask("/settings/get", "key", marker.name())
                                                .path("result")
                                                .asString(""))
                                        .filter(value -> !value.isEmpty())
                                : lookedFor(profile))
                .ifPresent(refusal -> {
                    throw ExportException.refused(refusal.toString());
                }));
    }

    /** The marker of an environment where that is no setting. */
    private Optional<String> lookedFor(Profile profile) {
        var redactor = new Redactor();
        var http = ServiceClientFactory.open(profile, 1, redactor, clock, monotonicClock, TIMEOUT);
        var look = new MarkerLook(profile, http, redactor, clock);
        return look.in(look.look().answer());
    }

    private TwinExport export(
            Profile profile, TenantReader tenant, ExportOptions options, ExportDirectory directory, ExportState state) {
        return new TwinExport(
                tenant,
                options,
                directory,
                state,
                profile.safeguards().marker().flatMap(Marker::setting),
                name -> flow(profile, name),
                this::say);
    }

    /** A simulator shows its flows; a tenant does so by another API. */
    private Optional<JsonNode> flow(Profile profile, String name) {
        return profile.control().flatMap(control -> profile.application().flatMap(application -> new ControlPlaneClient(
                        control, new PlainHttpClient(new Redactor(), clock, TIMEOUT))
                .flow(application, name)));
    }

    private static String hint(ExportOptions options) {
        return options.anonymise()
                ? "The key in " + AnonymisingKey.FILE + " turns names back: do not hand it on with the rest."
                : "The files hold the data of people: they are readable for you alone.";
    }

    private void say(String line) {
        spec.commandLine().getOut().println(ServiceText.onOneLine(line));
        spec.commandLine().getOut().flush();
    }

    private String howToGoOn(ExportDirectory directory) {
        return directory.has(ExportState.FILE)
                ? "The export in " + to + " is not complete. The same command goes on with it."
                : "Nothing was written. The same command begins anew.";
    }

    private int fail(int exit, RuntimeException why) {
        var err = spec.commandLine().getErr();
        err.println(ServiceText.inLines(String.valueOf(why.getMessage())));
        if (exit == TwinCommand.INCONCLUSIVE) {
            err.println(howToGoOn(new ExportDirectory(to)));
        }
        err.flush();
        return exit;
    }

    /** Says what the option is called here. */
    private static final class NamedOtherwise implements IParameterConsumer {

        @Override
        public void consumeParameters(Stack<String> rest, ArgSpec option, CommandSpec spec) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Where the files go is named by --to: --to " + (rest.isEmpty() ? "DIR" : rest.peek())
                            + " in place of --out.");
        }
    }
}
