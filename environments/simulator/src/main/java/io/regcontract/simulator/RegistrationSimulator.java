package io.regcontract.simulator;

import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.application.Quota;
import io.regcontract.simulator.control.ControlPlane;
import io.regcontract.simulator.control.Health;
import io.regcontract.simulator.credential.Authenticator;
import io.regcontract.simulator.http.ConnectionTimeouts;
import io.regcontract.simulator.http.SimulatorHttpServer;
import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.log.ApiLog;
import io.regcontract.simulator.operation.Operations;
import io.regcontract.simulator.operation.access.AccessOperations;
import io.regcontract.simulator.operation.clients.ClientOperations;
import io.regcontract.simulator.operation.entity.EntityOperations;
import io.regcontract.simulator.operation.entitytype.EntityTypeOperations;
import io.regcontract.simulator.operation.oauth.OauthOperations;
import io.regcontract.simulator.operation.settings.SettingOperations;
import io.regcontract.simulator.operation.versions.VersionOperations;
import io.regcontract.simulator.pipeline.Pipeline;
import io.regcontract.simulator.pipeline.RegistrationEndpoint;
import io.regcontract.simulator.record.Passwords;
import io.regcontract.simulator.store.DurableStore;
import io.regcontract.simulator.store.MemoryStore;
import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.wire.DelayedEndpoint;
import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The Registration service, to be started inside a test or a program of its own.
 *
 * <pre>{@code
 * try (var simulator = RegistrationSimulator.builder().application("shop").start()) {
 *     var client = new YourClient(simulator.baseAddress(), simulator.ownerClientId(), simulator.ownerClientSecret());
 * }
 * }</pre>
 *
 * It listens on the loopback address only.
 */
public final class RegistrationSimulator implements AutoCloseable {

    private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    private final Applications.DefaultApplicationIdentity founding;
    private final Endpoint endpoint;
    private final Store store;
    private final SimulatorHttpServer front;
    private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();

    private RegistrationSimulator(
            Applications.DefaultApplicationIdentity founding,
            Endpoint endpoint,
            Store store,
            SimulatorHttpServer front) {
        this.founding = founding;
        this.endpoint = endpoint;
        this.store = store;
        this.front = front;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The version that the jar was built as. */
    public static String version() {
        return Optional.ofNullable(RegistrationSimulator.class.getPackage().getImplementationVersion())
                .orElse("development build");
    }

    /** Where the API is: {@code http://127.0.0.1:PORT}. */
    public URI baseAddress() {
        return URI.create("http://" + front.address().getHostAddress() + ":" + front.port());
    }

    /** Where the control plane is, if a control token was given. */
    public URI controlAddress() {
        return baseAddress().resolve(ControlPlane.PREFIX);
    }

    /** Name, and id, of the default application. */
    public String application() {
        return founding.name();
    }

    public String ownerClientId() {
        return founding.ownerClientId();
    }

    public String ownerClientSecret() {
        return founding.ownerClientSecret();
    }

    public String loginClientId() {
        return founding.loginClientId();
    }

    /** The endpoint without HTTP, so that our own tests can call it many times without sockets. */
    Endpoint endpoint() {
        return endpoint;
    }

    /**
     * Waits until the simulator has ended.
     *
     * @return why it ended by itself, in a sentence without its full stop: its state file is gone; empty when it was closed
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
        store.close();
        end.complete(reason);
    }

    /** Once the state is lost, no answer would be true: the service ends, in a thread that no call runs in. */
    private void endWithout(DurableStore state) {
        state.onLoss(sentence ->
                new Thread(() -> end(Optional.of(sentence)), "regcontract-simulator-without-state").start());
    }

    /** How a simulator is to be. What is not said is generated, or usual. */
    public static final class Builder {

        private int port;
        private String application = "regcontract";
        private Optional<String> ownerClientId = Optional.empty();
        private Optional<String> ownerClientSecret = Optional.empty();
        private Optional<String> loginClientId = Optional.empty();
        private Optional<String> controlToken = Optional.empty();
        private String registrationSuffix = "janraincapture.com";
        private Clock clock = Clock.systemUTC();
        private Duration signatureSkew = Authenticator.DEFAULT_SKEW;
        private Duration searchLag = Duration.ZERO;
        private Duration latency = Duration.ZERO;
        private Optional<Quota.Limit> quota = Optional.empty();
        private SpokenDialect dialect = SpokenDialect.DOCUMENTED;
        private Optional<Path> state = Optional.empty();
        private Consumer<String> requestLog = line -> {};
        private Consumer<Throwable> faults = fault -> {};

        private ConnectionTimeouts patience = ConnectionTimeouts.USUAL;
        private Function<Path, DurableStore> stateFiles = DurableStore::open;

        private Builder() {}

        /** 0, which is usual, for any free port. */
        public Builder port(int number) {
            port = number;
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

        public Builder ownerClient(String id, String secret) {
            return ownerClientId(id).ownerClientSecret(secret);
        }

        public Builder ownerClientId(String id) {
            ownerClientId = Optional.of(identifying(id, "an owner client id"));
            return this;
        }

        public Builder ownerClientSecret(String secret) {
            ownerClientSecret = Optional.of(named(secret, "an owner client secret"));
            return this;
        }

        public Builder loginClient(String id) {
            loginClientId = Optional.of(identifying(id, "a login client id"));
            return this;
        }

        /** Opens the control plane for those who know the token. */
        public Builder controlToken(String token) {
            controlToken = Optional.of(named(token, "a control token"));
            return this;
        }

        /** The part of host names under which applications live, without a leading dot. */
        public Builder registrationSuffix(String suffix) {
            if (!SUFFIX.matcher(suffix).matches()) {
                throw new IllegalArgumentException("not a part of a host name: \"" + suffix
                        + "\"; a registration suffix is one like janraincapture.com, without a dot before it");
            }
            registrationSuffix = suffix;
            return this;
        }

        /** The clock of the process; each application can run ahead of it. */
        public Builder clock(Clock other) {
            clock = other;
            return this;
        }

        /** How far the date of a signed call may be from the clock of the process; ten minutes when nothing is said. */
        public Builder signatureSkew(Duration span) {
            if (span.isNegative()) {
                throw new IllegalArgumentException("a skew cannot be negative: " + span);
            }
            signatureSkew = span;
            return this;
        }

        /**
         * Limits calls to the default application: at most {@code calls} within any {@code span} (rounded down to whole
         * seconds), from the start and after every reset. Unlimited by default.
         */
        public Builder quota(int calls, Duration span) {
            if (calls < 0 || span.toSeconds() < 1 || span.toSeconds() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "a quota is a number of calls, 0 or more, in 1 second or more, not " + calls + " in " + span);
            }
            quota = Optional.of(new Quota.Limit(calls, (int) span.toSeconds()));
            return this;
        }

        /** How long what is written to a record takes to show in entity.find and entity.count; at once usually. */
        public Builder searchLag(Duration span) {
            if (span.isNegative()) {
                throw new IllegalArgumentException("a lag cannot be negative: " + span);
            }
            searchLag = span;
            return this;
        }

        /**
         * How long every answer takes on its way, those of the control plane too; no time at all usually. Callers at the
         * same time wait at the same time.
         */
        public Builder latency(Duration span) {
            if (span.isNegative()) {
                throw new IllegalArgumentException("a latency cannot be negative: " + span);
            }
            latency = span;
            return this;
        }

        /** How to speak; as documented when nothing is said. */
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
            return this;
        }

        /** Takes a line for every call; no secret is in it. */
        public Builder requestLog(Consumer<String> lines) {
            requestLog = lines;
            return this;
        }

        /** Is told about every fault behind an answer of 500. */
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
            patience = other;
            return this;
        }

        /**
         * Starts the service.
         *
         * @throws java.io.UncheckedIOException when the port cannot be used
         * @throws IllegalArgumentException when owner and login client have one id
         * @throws io.regcontract.simulator.store.StateFileException when the state file cannot be used
         */
        public RegistrationSimulator start() {
            Store store = state.<Store>map(stateFiles).orElseGet(MemoryStore::new);
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
            Random random = new SecureRandom();
            var identifiers = new Identifiers(random);
            var log = new ApiLog();
            var applications = new Applications(
                    store,
                    clock,
                    identifiers,
                    new Passwords(Passwords.LOW_COST),
                    registrationSuffix,
                    searchLag,
                    new Applications.DefaultApplicationRequest(
                            application, ownerClientId, ownerClientSecret, loginClientId, quota));
            if (store instanceof DurableStore durable) {
                durable.onTakenBack(applications::refresh);
            }
            var pipeline = new Pipeline(
                    operations(),
                    applications,
                    new Authenticator(clock, signatureSkew),
                    store,
                    identifiers,
                    log,
                    dialect.rendering(),
                    faults);
            Endpoint api = new RegistrationEndpoint(pipeline, requestLog);
            var health = new Health(version(), dialect.name().toLowerCase(Locale.ROOT));
            var worlds = controlToken
                    .map(token -> new ControlPlane(token, applications, log, store))
                    .<Endpoint>map(control -> request ->
                            ControlPlane.owns(request.path()) ? control.answer(request) : api.answer(request))
                    .orElse(api);
            Endpoint endpoint =
                    request -> Health.owns(request.path()) ? health.answer(request) : worlds.answer(request);
            return new RegistrationSimulator(
                    applications.founding(),
                    endpoint,
                    store,
                    // The Date header uses the machine's clock, not the application's.
                    SimulatorHttpServer.start(
                            InetAddress.getLoopbackAddress(),
                            port,
                            DelayedEndpoint.of(sound(endpoint), latency),
                            Clock.systemUTC(),
                            patience));
        }

        /** Reports unexpected exceptions to the fault listener and answers the client with a plain 500. */
        private Endpoint sound(Endpoint endpoint) {
            return request -> {
                try {
                    return endpoint.answer(request);
                } catch (RuntimeException | Error fault) {
                    faults.accept(fault);
                    return WireAnswer.plain(500, "The simulator failed to answer. Its log says why.");
                }
            };
        }

        /** All operations, wired. */
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

        /** Where a colon stands in the id, no one can tell id and secret apart in a header. */
        private static String identifying(String id, String what) {
            if (id.contains(":")) {
                throw new IllegalArgumentException(what + " cannot have a colon in it: " + id);
            }
            return named(id, what);
        }

        private static String named(String value, String what) {
            if (value.isBlank() || !value.equals(value.strip())) {
                throw new IllegalArgumentException(what + " cannot be empty or have blanks around it");
            }
            return value;
        }
    }
}
