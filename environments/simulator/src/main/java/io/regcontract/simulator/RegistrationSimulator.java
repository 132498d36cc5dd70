package io.regcontract.simulator;

import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.application.Quota;
import io.regcontract.simulator.console.Console;
import io.regcontract.simulator.control.SimulatorControl;
import io.regcontract.simulator.control.journal.Journal;
import io.regcontract.simulator.controlplane.ControlPlane;
import io.regcontract.simulator.cors.AllowedOrigins;
import io.regcontract.simulator.credential.Authenticator;
import io.regcontract.simulator.http.ConnectionTimeouts;
import io.regcontract.simulator.imports.ImportReport;
import io.regcontract.simulator.imports.ImportRequest;
import io.regcontract.simulator.people.People;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.store.DurableStore;
import io.regcontract.simulator.store.MemoryStore;
import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.tls.CertificateNames;
import io.regcontract.simulator.tls.KeyStoreFile;
import io.regcontract.simulator.tls.ServerIdentity;
import io.regcontract.simulator.wire.DelayedEndpoint;
import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.FaultSentence;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;

/**
 * The Registration service, to be started inside a test or a program of its own.
 *
 * <pre>{@code
 * try (var simulator = RegistrationSimulator.builder().application("shop").start()) {
 *     var client = new YourClient(simulator.baseAddress(), simulator.ownerClientId(), simulator.ownerClientSecret());
 * }
 * }</pre>
 *
 * It listens on the loopback address, unless {@link Builder#bind} says otherwise.
 */
public final class RegistrationSimulator implements AutoCloseable {

    private final Applications.DefaultApplicationIdentity founding;
    private final SimulatorWiring wiring;
    private final Store store;
    private final SimulatorFront front;
    private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();

    private RegistrationSimulator(SimulatorWiring wiring, Store store, SimulatorFront front) {
        this.founding = wiring.applications().founding();
        this.wiring = wiring;
        this.store = store;
        this.front = front;
    }

    /** Begins to describe a simulator; what is left out has a default or is generated. */
    public static Builder builder() {
        return new Builder();
    }

    /** The version that the jar was built as. */
    public static String version() {
        return Optional.ofNullable(RegistrationSimulator.class.getPackage().getImplementationVersion())
                .orElse("development build");
    }

    /**
     * Where the API is, for callers on this machine: {@code http://127.0.0.1:PORT} by default, {@code https} with TLS,
     * another address where one was bound.
     */
    public URI baseAddress() {
        return front.baseAddress();
    }

    /** Every address at which the API can be called: one, or those of this machine when all were bound. */
    public List<URI> addresses() {
        return front.addresses();
    }

    /** What clients have to trust when the certificate is self-made; empty otherwise. */
    public Optional<X509Certificate> certificateAuthority() {
        return front.selfMade().map(ServerIdentity::authority);
    }

    /** The self-made certificate that clients are shown; empty when there is none. */
    public Optional<X509Certificate> certificate() {
        return front.selfMade().map(ServerIdentity::server);
    }

    /**
     * For clients in this process: trusts the self-made certificate of this simulator, and no other.
     *
     * <pre>{@code
     * var http = HttpClient.newBuilder().sslContext(simulator.clientSslContext()).build();
     * }</pre>
     *
     * @throws IllegalStateException when the simulator was started without {@link Builder#tlsSelfSigned}
     */
    public SSLContext clientSslContext() {
        return front.selfMade()
                .orElseThrow(() -> new IllegalStateException("this simulator has no self-made certificate"))
                .trusting();
    }

    /** The state of the default application, and from there of all others. It needs no control token. */
    public SimulatorControl control() {
        return SimulatorControl.within(wiring.controlPlane(), application());
    }

    /** The journal of the default application: what callers did, and what came of it. */
    public Journal journal() {
        return control().journal();
    }

    /**
     * The people of the default application, whose accounts are in states that lead to errors.
     *
     * @throws IllegalStateException when the simulator was started without {@link Builder#people()}
     */
    public People people() {
        return wiring.people()
                .orElseThrow(() -> new IllegalStateException(
                        "This simulator has no people: start it with RegistrationSimulator.builder().people()."));
    }

    /** What was imported at the start: taken, changed and left. Empty when nothing was to be. */
    public ImportReport imported() {
        return wiring.imported();
    }

    /** The secrets that were made for imported clients whose file does not know them, by client id. */
    public Map<String, String> madeClientSecrets() {
        return wiring.madeClientSecrets();
    }

    /** Where the control plane is, if a control token was given. */
    public URI controlAddress() {
        return baseAddress().resolve(ControlPlane.PREFIX);
    }

    /** Where the console is; empty when it was not opened. */
    public Optional<URI> consoleAddress() {
        return wiring.hasConsole() ? Optional.of(baseAddress().resolve(Console.PATH)) : Optional.empty();
    }

    /** Name, and id, of the default application. */
    public String application() {
        return founding.name();
    }

    /** Client id of the owner of the default application, given or generated. */
    public String ownerClientId() {
        return founding.ownerClientId();
    }

    /** Secret of the owner client, given or generated. */
    public String ownerClientSecret() {
        return founding.ownerClientSecret();
    }

    /** Client id that people register and log in through, given or generated. */
    public String loginClientId() {
        return founding.loginClientId();
    }

    /** The endpoint without HTTP, so that our own tests can call it many times without sockets. */
    Endpoint endpoint() {
        return wiring.endpoint();
    }

    /**
     * Waits until the simulator has ended.
     *
     * @return why it ended by itself (its state is gone), a sentence without its full stop; empty when it was
     *     closed
     */
    public Optional<String> awaitEnd() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        end(Optional.empty());
    }

    private void end(Optional<String> reason) {
        front.close();
        if (reason.isEmpty()) {
            wiring.drills().endAll();
        }
        wiring.journals().close();
        store.close();
        end.complete(reason);
    }

    /** Ends the service when the state is lost, in a thread of its own: no answer would be true from then on. */
    private void endWithout(DurableStore state) {
        state.onLoss(sentence ->
                new Thread(() -> end(Optional.of(sentence)), "regcontract-simulator-without-state").start());
    }

    /** Describes a simulator. What is left out has a default or is generated. */
    public static final class Builder {

        private final SimulatorFront.Settings front = new SimulatorFront.Settings();
        private final Set<String> origins = new LinkedHashSet<>();
        String application = "regcontract";
        Optional<String> ownerClientId = Optional.empty();
        Optional<String> ownerClientSecret = Optional.empty();
        Optional<String> loginClientId = Optional.empty();
        Optional<String> controlToken = Optional.empty();
        boolean console;
        String registrationSuffix = "janraincapture.com";
        Clock clock = Clock.systemUTC();
        LongSupplier ticker = System::nanoTime;
        Duration signatureSkew = Authenticator.DEFAULT_SKEW;
        Duration searchLag = Duration.ZERO;
        Set<AttributePath> indexed = Set.of();
        private Duration latency = Duration.ZERO;
        Optional<Quota.Limit> quota = Optional.empty();
        boolean people;
        Optional<String> peoplePassword = Optional.empty();
        SpokenDialect dialect = SpokenDialect.DOCUMENTED;
        private Optional<Path> state = Optional.empty();
        ImportRequest imports = ImportRequest.NONE;
        private Optional<StateDatabase> stateDatabase = Optional.empty();
        Consumer<String> requestLog = line -> {};
        Consumer<Throwable> faults = Builder::logWhatIsMissing;

        private Function<Path, DurableStore> stateFiles = DurableStore::open;

        private Builder() {}

        /** Port to listen on; 0, the default, for any free one. */
        public Builder port(int number) {
            front.port = number;
            return this;
        }

        /**
         * Address to listen on: one of this machine, or the wildcard for all of them. The loopback address by default;
         * at another one, everyone who reaches it may call the API, and a control token must have 16 characters or
         * more.
         */
        public Builder bind(InetAddress address) {
            front.address = address;
            return this;
        }

        /**
         * Lets pages of these origins call the API from a browser; never the control plane. No page may by default.
         *
         * @param more such as {@code https://shop.example}, or {@code *} alone for all
         * @throws IllegalArgumentException when one is no origin
         */
        public Builder corsOrigins(String... more) {
            origins.addAll(List.of(more));
            AllowedOrigins.of(origins);
            return this;
        }

        /** Speaks TLS 1.2 and 1.3 with the key and certificate of a context. */
        public Builder tls(SSLContext identity) {
            front.tls = Optional.of(identity);
            front.selfSigned = Optional.empty();
            return this;
        }

        /**
         * Speaks TLS with the key and certificate of a key store, PKCS12 or JKS.
         *
         * @param password of the store and of the key in it
         * @throws IllegalArgumentException when the file cannot be used
         */
        public Builder tlsKeyStore(Path file, String password) {
            return tls(KeyStoreFile.read(file, password.toCharArray()));
        }

        /**
         * Speaks TLS with a certificate that is made at the start, for localhost, the addresses that are listened on
         * and the name of this machine.
         *
         * @param moreNames further host names or addresses that clients call it by
         * @throws IllegalArgumentException when one can stand in no certificate
         */
        public Builder tlsSelfSigned(String... moreNames) {
            List.of(moreNames).forEach(new CertificateNames()::add);
            front.tls = Optional.empty();
            front.selfSigned = Optional.of(List.of(moreNames));
            return this;
        }

        /**
         * Name of the default application.
         *
         * @throws IllegalArgumentException when it cannot be the first label of a host
         */
        public Builder application(String name) {
            if (!Applications.isName(name)) {
                throw new IllegalArgumentException("not a name for an application: \"" + name
                        + "\"; use 1 to 63 letters, digits, - or _, with a letter or digit at both ends");
            }
            application = name;
            return this;
        }

        /**
         * Id and secret of the client that owns the default application; both are generated by default.
         *
         * @throws IllegalArgumentException when one is empty, has blanks around it, or the id has a colon
         */
        public Builder ownerClient(String id, String secret) {
            return ownerClientId(id).ownerClientSecret(secret);
        }

        /**
         * Id of the client that owns the default application; generated by default.
         *
         * @throws IllegalArgumentException when it is empty, has blanks around it or a colon
         */
        public Builder ownerClientId(String id) {
            ownerClientId = Optional.of(SettingChecks.identifying(id, "an owner client id"));
            return this;
        }

        /**
         * Secret of the owner client; generated by default.
         *
         * @throws IllegalArgumentException when it is empty or has blanks around it
         */
        public Builder ownerClientSecret(String secret) {
            ownerClientSecret = Optional.of(SettingChecks.named(secret, "an owner client secret"));
            return this;
        }

        /**
         * Id of the client that people register and log in through; generated by default.
         *
         * @throws IllegalArgumentException when it is empty, has blanks around it or a colon
         */
        public Builder loginClient(String id) {
            loginClientId = Optional.of(SettingChecks.identifying(id, "a login client id"));
            return this;
        }

        /**
         * Opens the control plane for callers that send the token, {@code Authorization: Bearer TOKEN}. Closed by
         * default.
         *
         * @throws IllegalArgumentException when the token is empty or has blanks around it
         */
        public Builder controlToken(String token) {
            controlToken = Optional.of(SettingChecks.named(token, "a control token"));
            return this;
        }

        /**
         * Opens the console, a page that arms drills and shows the state, at {@code /console}. On the loopback address
         * every user of this machine may use it; at another one the page asks for the control token. Closed by default.
         */
        public Builder console() {
            console = true;
            return this;
        }

        /**
         * The part of host names under which applications live, without a leading dot.
         *
         * @throws IllegalArgumentException when it is no part of a host name
         */
        public Builder registrationSuffix(String suffix) {
            registrationSuffix = SettingChecks.suffix(suffix);
            return this;
        }

        /** The clock of the process; each application can run ahead of it. */
        public Builder clock(Clock other) {
            clock = other;
            return this;
        }

        /** What calls in the journal are timed by, in nanoseconds. */
        Builder ticker(LongSupplier other) {
            ticker = other;
            return this;
        }

        /**
         * How far the date of a signed call may be from the clock of the process; ten minutes by default.
         *
         * @throws IllegalArgumentException when it is negative
         */
        public Builder signatureSkew(Duration span) {
            signatureSkew = SettingChecks.notNegative(span, "a skew");
            return this;
        }

        /**
         * Limits calls to the default application: at most {@code calls} within any {@code span} (rounded down to whole
         * seconds), from the start and after every reset. Unlimited by default.
         *
         * @throws IllegalArgumentException when {@code calls} is negative or {@code span} is below a second
         */
        public Builder quota(int calls, Duration span) {
            if (calls < 0 || span.toSeconds() < 1 || span.toSeconds() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "a quota is a number of calls, 0 or more, in 1 second or more, not " + calls + " in " + span);
            }
            quota = Optional.of(new Quota.Limit(calls, (int) span.toSeconds()));
            return this;
        }

        /**
         * How long a change of a record takes to show in entity.find and entity.count; no time by default.
         *
         * @throws IllegalArgumentException when it is negative
         */
        public Builder searchLag(Duration span) {
            searchLag = SettingChecks.notNegative(span, "a lag");
            return this;
        }

        /**
         * Keeps an index of attributes besides those of {@code id}, {@code uuid}, {@code created}, {@code lastUpdated}
         * and all that is unique, so that searches by them need not read every record. Types without such an attribute
         * have no such index.
         *
         * @param attributes such as {@code primaryAddress.country}
         * @throws IllegalArgumentException when one is no path of an attribute
         */
        public Builder index(Collection<String> attributes) {
            indexed = SettingChecks.attributePaths(attributes);
            return this;
        }

        /**
         * How long every answer takes on its way, those of the control plane too; no time by default. Concurrent
         * callers wait concurrently.
         *
         * @throws IllegalArgumentException when it is negative
         */
        public Builder latency(Duration span) {
            latency = SettingChecks.notNegative(span, "a latency");
            return this;
        }

        /**
         * Brings people into the default application whose accounts are in states that lead to errors: {@link
         * RegistrationSimulator#people()} says who they are. Their password is made up.
         */
        public Builder people() {
            people = true;
            return this;
        }

        /**
         * As {@link #people()}, with this password for everybody.
         *
         * @throws IllegalArgumentException when it has blanks around it, or fewer than six characters
         */
        public Builder people(String password) {
            peoplePassword = Optional.of(SettingChecks.password(password));
            return people();
        }

        /** How answers are written; {@link SpokenDialect#DOCUMENTED} by default. */
        public Builder dialect(SpokenDialect spoken) {
            dialect = spoken;
            return this;
        }

        /**
         * Keeps the state in a file, so that it survives a restart, even after a crash. Without a file, state is lost
         * when the simulator closes. Clients in the file win over clients given here; clients that the file does not
         * contain are added.
         */
        public Builder state(Path file) {
            state = Optional.of(file);
            stateDatabase = Optional.empty();
            return this;
        }

        /**
         * Keeps the state in a PostgreSQL database, as {@link #state(Path)} does in a file, for one simulator at a
         * time. While the database cannot be reached, calls fail with 500; what was acknowledged before is there when
         * it can be reached again.
         */
        public Builder state(StateDatabase database) {
            stateDatabase = Optional.of(database);
            state = Optional.empty();
            return this;
        }

        /**
         * Gives the default application an entity type, in the place of one of its name.
         *
         * @param file an answer of entityType, as it came; packed by gzip or not
         */
        public Builder type(Path file) {
            imports = imports.withType(file);
            return this;
        }

        /**
         * Gives the default application records of the only type that {@link #type} names, or else of {@code user}. They
         * keep ids, uuids, times and hashes of passwords, so that people sign in with the passwords they have.
         *
         * @param files answers of entity.find, records behind each other, such as one in a line, or CSV when they are
         *     called so; packed by gzip or not
         */
        public Builder records(Path... files) {
            List.of(files).forEach(file -> imports = imports.withRecords(Optional.empty(), file));
            return this;
        }

        /** As {@link #records(Path...)}, of a given type. */
        public Builder recordsOf(String type, Path... files) {
            List.of(files).forEach(file -> imports = imports.withRecords(Optional.of(type), file));
            return this;
        }

        /**
         * Gives the default application settings of its own and of clients.
         *
         * @param file an answer of settings/get_all, settings/items or one of its siblings
         */
        public Builder settings(Path file) {
            imports = imports.withSettings(file);
            return this;
        }

        /**
         * Gives the default application clients.
         *
         * @param file an answer of clients/list; secrets that it does not know are made: {@link
         *     RegistrationSimulator#madeClientSecrets()}
         */
        public Builder clients(Path file) {
            imports = imports.withClients(file);
            return this;
        }

        /**
         * Gives the default application a flow, and makes the first one the flow of clients that name none.
         *
         * @param file a flow as the control plane shows one, or the vendor's as far as its form is known
         */
        public Builder flow(Path file) {
            imports = imports.withFlow(file);
            return this;
        }

        /** As {@link #type}, {@link #records} and the others, all at once. */
        public Builder imports(ImportRequest request) {
            imports = request;
            return this;
        }

        /** Receives a line for every call, without secrets. */
        public Builder requestLog(Consumer<String> lines) {
            requestLog = lines;
            return this;
        }

        /**
         * Receives every fault behind an answer of 500. By default, classes that are missing go to the
         * {@link System.Logger} {@code io.regcontract.simulator}, and other faults nowhere.
         */
        public Builder faults(Consumer<Throwable> listener) {
            faults = listener;
            return this;
        }

        /** How state files are opened. */
        Builder stateFiles(Function<Path, DurableStore> opening) {
            stateFiles = opening;
            return this;
        }

        /** How long connections may do nothing. */
        Builder connectionTimeouts(ConnectionTimeouts other) {
            front.timeouts = other;
            return this;
        }

        /**
         * Starts the service.
         *
         * @throws java.io.UncheckedIOException when the port cannot be used
         * @throws IllegalArgumentException when owner and login client have one id, when the address is none of this
         *     machine, when a control token is too short for an address that other machines reach, or when a file
         *     cannot be imported
         * @throws io.regcontract.simulator.store.backend.UnusableStateException when the state file or the database cannot
         *     be used
         */
        public RegistrationSimulator start() {
            Store store = state.map(stateFiles)
                    .or(() -> stateDatabase.map(StateDatabase::open))
                    .<Store>map(durable -> durable)
                    .orElseGet(MemoryStore::new);
            try {
                var simulator = started(store);
                if (store instanceof DurableStore durable) {
                    simulator.endWithout(durable);
                }
                return simulator;
            } catch (RuntimeException failed) {
                store.close();
                throw failed;
            }
        }

        private RegistrationSimulator started(Store store) {
            var wiring = new SimulatorWiring(this, store);
            return new RegistrationSimulator(
                    wiring, store, SimulatorFront.start(front, DelayedEndpoint.of(wiring.soundEndpoint(), latency)));
        }

        private static void logWhatIsMissing(Throwable fault) {
            FaultSentence.linkage(fault).ifPresent(missing -> System.getLogger("io.regcontract.simulator")
                    .log(System.Logger.Level.ERROR, FaultSentence.of(missing), missing));
        }

        AllowedOrigins allowedOrigins() {
            return AllowedOrigins.of(origins);
        }

        /** Whether only callers on this machine can connect. */
        boolean isLocal() {
            return front.address.isLoopbackAddress();
        }
    }
}
