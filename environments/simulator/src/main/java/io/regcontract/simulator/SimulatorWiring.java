package io.regcontract.simulator;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.ApplicationChange;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.application.Applications.DefaultApplicationIdentity;
import io.regcontract.simulator.application.DefaultApplicationRequest;
import io.regcontract.simulator.console.Console;
import io.regcontract.simulator.control.journal.ActiveDrill;
import io.regcontract.simulator.control.journal.JournalMark;
import io.regcontract.simulator.controlplane.ControlAccess;
import io.regcontract.simulator.controlplane.ControlPlane;
import io.regcontract.simulator.controlplane.Health;
import io.regcontract.simulator.cors.CrossOriginEndpoint;
import io.regcontract.simulator.credential.Authenticator;
import io.regcontract.simulator.drill.ArmedDrill;
import io.regcontract.simulator.drill.DrillListener;
import io.regcontract.simulator.drill.Drills;
import io.regcontract.simulator.drill.catalogue.DrillCatalogue;
import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.imports.ImportReport;
import io.regcontract.simulator.imports.load.TwinImport;
import io.regcontract.simulator.journal.Journals;
import io.regcontract.simulator.log.ApiLog;
import io.regcontract.simulator.operation.Operations;
import io.regcontract.simulator.operation.access.AccessOperations;
import io.regcontract.simulator.operation.clients.ClientOperations;
import io.regcontract.simulator.operation.entity.EntityOperations;
import io.regcontract.simulator.operation.entitytype.EntityTypeOperations;
import io.regcontract.simulator.operation.oauth.OauthOperations;
import io.regcontract.simulator.operation.settings.SettingOperations;
import io.regcontract.simulator.operation.versions.VersionOperations;
import io.regcontract.simulator.people.People;
import io.regcontract.simulator.people.PeopleOfStore;
import io.regcontract.simulator.pipeline.Pipeline;
import io.regcontract.simulator.pipeline.RegistrationEndpoint;
import io.regcontract.simulator.record.Passwords;
import io.regcontract.simulator.record.SearchSettings;
import io.regcontract.simulator.store.DurableStore;
import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.FaultSentence;
import io.regcontract.simulator.wire.WireAnswer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Connects the parts of a simulator: applications, pipeline, control plane. Nothing is started here. */
final class SimulatorWiring {

    /** Characters of what opens the control plane for the console's page. */
    private static final int SESSION = 32;

    private final RegistrationSimulator.Builder settings;
    private final Store store;
    private final Identifiers identifiers = new Identifiers(new SecureRandom());
    private final Optional<PeopleOfStore> people;
    private final TwinImport twin;
    private final ImportReport imported;
    private boolean isStarted;
    private final Applications applications;
    private final Journals journals;
    private final Drills drills;
    private final Endpoint controlPlane;
    private final Endpoint endpoint;

    SimulatorWiring(RegistrationSimulator.Builder settings, Store store) {
        this.settings = settings;
        this.store = store;
        this.people = settings.people
                ? Optional.of(new PeopleOfStore(store, identifiers, settings.peoplePassword))
                : Optional.empty();
        this.twin = new TwinImport(settings.imports, store);
        this.applications = new Applications(
                store,
                settings.clock,
                identifiers,
                new Passwords(Passwords.LOW_COST),
                settings.registrationSuffix,
                new SearchSettings(() -> settings.searchLag, settings.indexed),
                new DefaultApplicationRequest(
                        settings.application,
                        settings.ownerClientId,
                        settings.ownerClientSecret,
                        settings.loginClientId,
                        settings.quota),
                twin::furnish,
                this::settle);
        this.people.ifPresent(this::resume);
        this.imported = twin.into(applications.defaultApplication());
        this.isStarted = true;
        if (store instanceof DurableStore durable) {
            durable.onTakenBack(applications::refresh);
        }
        this.journals = store instanceof DurableStore
                ? new Journals(settings.clock, settings.ticker, secretKey(), store)
                : new Journals(settings.clock, settings.ticker, secretKey());
        journals.restarted(name -> applications.find(name).isPresent());
        this.drills = new Drills(new ApplicationChange(store), identifiers, this::noted);
        var log = new ApiLog();
        var operations = operations();
        this.controlPlane = new ControlPlane(
                applications,
                log,
                store,
                new DrillCatalogue(operations),
                drills,
                journals,
                () -> twin.faultBeforeAgain(applications.founding().name()));
        this.endpoint = wired(operations, log);
    }

    /** When the default application is made at the start, imports wait until all of it is there. */
    private void settle(Application application, DefaultApplicationIdentity identity) {
        people.ifPresent(known -> known.settle(application, identity));
        if (isStarted) {
            twin.again(application);
        }
    }

    /** The secrets that were made for imported clients, by client id. */
    Map<String, String> madeClientSecrets() {
        return twin.madeSecrets();
    }

    /** What was imported at the start. */
    ImportReport imported() {
        return imported;
    }

    private void resume(PeopleOfStore known) {
        var application = applications.defaultApplication();
        new ApplicationChange(store).perform(application, () -> {
            known.resume(application, applications.founding());
            return true;
        });
    }

    /** The people of the default application; empty when it has none. */
    Optional<People> people() {
        return people.map(known -> known.of(applications.founding().name()));
    }

    Applications applications() {
        return applications;
    }

    /** Answers calls of API, control plane and health. */
    Endpoint endpoint() {
        return endpoint;
    }

    /** The control plane, for callers in this process, who need no token. */
    Endpoint controlPlane() {
        return controlPlane;
    }

    /** The journals, to be closed when the simulator ends. */
    Journals journals() {
        return journals;
    }

    /** The drills, to be undone when the simulator ends. */
    Drills drills() {
        return drills;
    }

    /**
     * What the server serves: reports unexpected exceptions to the fault listener and answers the client with a plain
     * 500. Pages of the allowed origins may call the API, and none the control plane.
     */
    Endpoint soundEndpoint() {
        Endpoint sound = request -> {
            try {
                return endpoint.answer(request);
            } catch (RuntimeException | Error fault) {
                settings.faults.accept(fault);
                return WireAnswer.plain(500, FaultSentence.of(fault));
            }
        };
        var pages = CrossOriginEndpoint.of(settings.allowedOrigins(), sound);
        return request -> (isForOwnPagesOnly(request.path()) ? sound : pages).answer(request);
    }

    /** No page of another origin may read the console: its page opens the control plane. */
    private static boolean isForOwnPagesOnly(String path) {
        return ControlPlane.owns(path) || Console.owns(path);
    }

    /** All operations of the API. */
    static Operations operations() {
        return new Operations(List.of(
                ClientOperations.all(),
                SettingOperations.all(),
                EntityOperations.all(),
                EntityTypeOperations.all(),
                AccessOperations.all(),
                OauthOperations.all(),
                VersionOperations.all()));
    }

    private static byte[] secretKey() {
        var key = new byte[Journals.KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private void noted(DrillListener.Event event, ArmedDrill drill) {
        var kind =
                switch (event) {
                    case ARMED -> JournalMark.Kind.ARMED;
                    case CHANGED -> JournalMark.Kind.CHANGED;
                    case UNDONE -> JournalMark.Kind.UNDONE;
                };
        var description = drill.description();
        journals.mark(
                drill.application().name(), kind, new ActiveDrill(drill.id(), description.name(), description.code()));
    }

    private Endpoint wired(Operations operations, ApiLog log) {
        var pipeline = new Pipeline(
                operations,
                applications,
                new Authenticator(settings.clock, settings.signatureSkew),
                store,
                identifiers,
                log,
                drills,
                journals,
                settings.dialect.rendering(),
                settings.faults);
        Endpoint api = new RegistrationEndpoint(pipeline, settings.requestLog);
        var health = new Health(
                RegistrationSimulator.version(), settings.dialect.name().toLowerCase(Locale.ROOT));
        if (settings.controlToken.isEmpty() && !hasConsole()) {
            return request -> Health.owns(request.path()) ? health.answer(request) : api.answer(request);
        }
        var session =
                hasConsole() && settings.isLocal() ? Optional.of(identifiers.token(SESSION)) : Optional.<String>empty();
        var access = new ControlAccess(settings.controlToken, session, settings.isLocal());
        var control = access.guarding(controlPlane);
        var console = access.guardingPage(new Console(session, settings.application));
        return request -> {
            var path = request.path();
            if (Health.owns(path)) {
                return health.answer(request);
            }
            if (ControlPlane.owns(path)) {
                return control.answer(request);
            }
            return (hasConsole() && Console.owns(path) ? console : api).answer(request);
        };
    }

    /** The console is for callers on this machine, and for those who know the control token. */
    boolean hasConsole() {
        return settings.console && (settings.isLocal() || settings.controlToken.isPresent());
    }
}
