package io.regcontract.suite.ledger;

import io.regcontract.contract.input.ProjectDirectory;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.environment.Marker;
import io.regcontract.environment.Profile;
import io.regcontract.environment.RunEstimate;
import io.regcontract.environment.guard.EnvironmentGuard;
import io.regcontract.environment.guard.GuardRefusal;
import io.regcontract.environment.loading.Environments;
import io.regcontract.environment.loading.ProfileException;
import io.regcontract.suite.ledger.Janitor.Found;
import io.regcontract.suite.pace.GatewayAccess;
import io.regcontract.suite.pace.MonotonicClock;
import io.regcontract.suite.pace.ServiceClientFactory;
import io.regcontract.suite.preflight.MarkerLook;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.transport.TransportException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code janitor}: shows what runs left behind in an environment, and removes it when told to. */
@Command(
        name = "janitor",
        mixinStandardHelpOptions = true,
        description =
                "Shows what runs left behind in an environment: what was killed before it could tidy up, and what could"
                        + " not be removed then. Removes nothing without --delete, and never anything in production.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing is left, or it was only shown",
            "2:it may not be done there: nothing was sent, or nothing but the look at the marker",
            "3:the service could not be asked",
            "5:something could not be removed"
        })
public final class JanitorCommand implements Callable<Integer> {

    private static final int REFUSED = 2;
    private static final int INCONCLUSIVE = 3;
    private static final int LEFTOVERS = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Option(
            names = "--env",
            paramLabel = "NAME",
            required = true,
            description = {"The profile under environments/profiles."})
    private String environment = "";

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = ".",
            description = {"The project's directory. Default: the working directory."})
    private Path root = Path.of("");

    @Option(names = "--delete", description = "Removes what is found.")
    private boolean delete;

    @Option(
            names = "--older-than",
            paramLabel = "HOURS",
            defaultValue = "24",
            description = {
                "How old something has to be that no ledger speaks of: a run under way on another machine could have made"
                        + " it. Default: ${DEFAULT-VALUE} hours."
            })
    private int hours = 24;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<String, String> variables;
    private final Clock clock;

    /** A command that reads this process's environment variables and clock. */
    public JanitorCommand() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** @param variables what {@code env:NAME} in profiles refers to */
    JanitorCommand(Map<String, String> variables, Clock clock) {
        this.variables = variables;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try {
            var profile = profile();
            var redactor = new Redactor();
            var application = Application.of(profile);
            redactor.registerBasic("OWNER_CLIENT_SECRET", application.ownerClientId(), application.ownerSecret());
            profile.safeguards()
                    .marker()
                    .ifPresent(
                            marker -> redactor.register("MARKER", marker.value().reveal()));
            var http = ServiceClientFactory.open(profile, 1, redactor, clock, MonotonicClock.SYSTEM, TIMEOUT);
            var control = profile.control().map(access -> {
                redactor.register("CONTROL_TOKEN", access.token().reveal());
                return new ControlPlaneClient(
                        access, GatewayAccess.plainClient(profile, access.address(), redactor, clock, TIMEOUT));
            });
            var remover = new ResourceRemover(
                    http, application.owner(), new ControlledRemoval(profile.operations(), control, application.id()));
            checkMarker(profile, new MarkerLook(profile, http, redactor, clock), remover);
            var janitor = new Janitor(
                    remover,
                    profile.ledger().orElse(root.resolve(RunResources.DIRECTORY)),
                    profile.name(),
                    profile.naming().prefix(),
                    profile.safeguards().marker().flatMap(Marker::setting),
                    Duration.ofHours(hours),
                    clock.instant());
            return tidy(janitor);
        } catch (Refused | ProfileException | IllegalArgumentException e) {
            return fail(REFUSED, e);
        } catch (TransportException e) {
            return fail(INCONCLUSIVE, e);
        }
    }

    private int fail(int exit, RuntimeException why) {
        spec.commandLine().getErr().println(ServiceText.inLines(String.valueOf(why.getMessage())));
        spec.commandLine().getErr().flush();
        return exit;
    }

    private Profile profile() {
        var profile = Environments.in(ProjectDirectory.of(root, "environments/profiles", variables), variables)
                .named(environment);
        if (profile.embedded()) {
            throw new Refused(environment + " is gone with each run, and everything in it.");
        }
        var guard = new EnvironmentGuard(profile);
        if (guard.readOnly()) {
            throw new Refused(environment
                    + " is production: nothing is written there, so nothing can be left, and nothing" + " is removed.");
        }
        var refusals = guard.refusals(RunEstimate.NOTHING, Optional.of(profile.name()));
        if (!refusals.isEmpty()) {
            throw new Refused(
                    refusals.stream().map(GuardRefusal::toString).collect(Collectors.joining(System.lineSeparator())));
        }
        return profile;
    }

    private static void checkMarker(Profile profile, MarkerLook look, ResourceRemover remover) {
        profile.safeguards().marker().ifPresent(marker -> new EnvironmentGuard(profile)
                .checkMarker(
                        marker.place() == Marker.Place.SETTING
                                ? remover.setting(marker.name())
                                : look.in(look.look().answer()))
                .ifPresent(refusal -> {
                    throw new Refused(refusal.toString());
                }));
    }

    private int tidy(Janitor janitor) {
        var out = spec.commandLine().getOut();
        var found = janitor.find();
        show(found, out);
        janitor.remarks().forEach(remark -> out.println(ServiceText.onOneLine("  (" + remark + ")")));
        if (found.things() == 0) {
            // A ledger of which nothing is open belongs to a run that was killed just before it could say so.
            janitor.remove(found);
            out.println("Nothing is left behind in " + environment + ".");
            out.flush();
            return 0;
        }
        if (!delete) {
            out.println(found.things() + " things are left behind in " + environment + ". --delete removes them.");
            out.flush();
            return 0;
        }
        var leftovers = janitor.remove(found);
        out.println((found.things() - leftovers.size()) + " of " + found.things() + " things are gone.");
        leftovers.forEach(
                left -> out.println(ServiceText.onOneLine("  still there: " + left.what() + ": " + left.why())));
        out.flush();
        return leftovers.isEmpty() ? 0 : LEFTOVERS;
    }

    private static void show(Found found, PrintWriter out) {
        for (var ledger : found.ledgers()) {
            out.println("run " + ledger.owner().runId() + ", by its ledger " + ledger.file());
            ledger.open().forEach(entry -> out.println(ServiceText.onOneLine("  " + entry.thing())));
        }
        if (!found.byName().isEmpty()) {
            out.println("by name");
            found.byName().forEach(entry -> out.println(ServiceText.onOneLine("  " + entry.thing())));
        }
    }

    /** The profile does not allow it. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
