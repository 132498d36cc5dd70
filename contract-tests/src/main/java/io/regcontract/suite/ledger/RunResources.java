package io.regcontract.suite.ledger;

import io.regcontract.environment.ExistingThings;
import io.regcontract.environment.Profile;
import io.regcontract.suite.ledger.Ledger.Owner;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.state.ThingsMade;
import io.regcontract.suite.transport.ServiceClient;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The resources that one run creates in an environment that outlives it, and the client that records them. */
public final class RunResources implements AutoCloseable {

    /** The directory of ledgers, relative to the project's; a clean build does not remove it. */
    public static final Path DIRECTORY = Path.of(".regcontract/ledger");

    private final Ledger ledger;
    private final ResourceRemover remover;
    private final ServiceClient recordingClient;
    private final ThingsMade thingsMade;

    private RunResources(Ledger ledger, ResourceRemover remover, ServiceClient recordingClient, ThingsMade thingsMade) {
        this.ledger = ledger;
        this.remover = remover;
        this.recordingClient = recordingClient;
        this.thingsMade = thingsMade;
    }

    /**
     * Begins a run that has nothing yet.
     *
     * @param directory of ledgers
     * @param profile of the environment, with its budgets and the clients the suite speaks as
     * @param runId the run
     * @param prefix what the name of everything that the run makes begins with
     * @param shards how many processes share the budget
     * @param http way to the service, with its pace and without a budget of calls
     * @throws UncheckedIOException when the ledger cannot be written: then nothing may be made
     */
    public static RunResources begin(
            Path directory, Profile profile, String runId, String prefix, int shards, ServiceClient http, Clock clock) {
        return begin(directory, profile, runId, prefix, shards, http, Optional.empty(), clock);
    }

    /**
     * The same, where things are made over a control plane too.
     *
     * @param control removes what operations out of scope would remove
     * @throws UncheckedIOException when the ledger cannot be written: then nothing may be made
     */
    public static RunResources begin(
            Path directory,
            Profile profile,
            String runId,
            String prefix,
            int shards,
            ServiceClient http,
            Optional<ControlPlaneClient> control,
            Clock clock) {
        var application = Application.of(profile);
        var detector = new ResourceDetector(prefix);
        var ledger = Ledger.begin(
                directory, new Owner(profile.name(), http.baseAddress().toString(), runId, prefix), clock);
        var interceptor =
                new LedgerInterceptor(ledger, detector, profile.safeguards().budgets(), shards);
        return new RunResources(
                ledger,
                new ResourceRemover(
                        http,
                        application.owner(),
                        new ControlledRemoval(profile.operations(), control, application.id())),
                http.interceptedBy(ownershipGuard(
                                detector, application, profile.fixtures().things()))
                        .interceptedBy(interceptor),
                interceptor);
    }

    private static OwnershipGuard ownershipGuard(
            ResourceDetector detector, Application application, ExistingThings things) {
        var clients = Stream.concat(
                        Stream.of(application.ownerClientId(), application.loginClientId()),
                        things.clients().stream().map(ExistingThings.Client::id))
                .collect(Collectors.toSet());
        return new OwnershipGuard(detector, clients, !things.accounts().isEmpty());
    }

    /** Told of what is made over a control plane. */
    public ThingsMade thingsMade() {
        return thingsMade;
    }

    /** A client that records each resource before the call that creates it is sent. */
    public ServiceClient recordingClient() {
        return recordingClient;
    }

    /**
     * Removes everything, and continues after failures. What could not be removed stays in the ledger for the janitor.
     */
    public List<LeftoverResource> remove() {
        return remover.all(ledger.open(), ledger::gone);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
