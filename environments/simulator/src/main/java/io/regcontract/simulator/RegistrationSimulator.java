package io.regcontract.simulator;

import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.application.Quota;
import io.regcontract.simulator.control.ControlPlane;
import io.regcontract.simulator.credential.Authenticator;
import io.regcontract.simulator.http.ConnectionTimeouts;
import io.regcontract.simulator.http.SimulatorHttpServer;
import io.regcontract.simulator.store.DurableStore;
import io.regcontract.simulator.store.MemoryStore;
import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.wire.DelayedEndpoint;
import io.regcontract.simulator.wire.Endpoint;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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

    /** Begins to describe a simulator; what is left out has a default or is generated. */
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
        return endpoint;
    }

    /**
     * Waits until the simulator has ended.
     *
     * @return why it ended by itself (its state file is gone), a sentence without its full stop; empty when it was
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

        private int port;
        String application = "regcontract";
        Optional<String> ownerClientId = Optional.empty();
        Optional<String> ownerClientSecret = Optional.empty();
        Optional<String> loginClientId = Optional.empty();
        Optional<String> controlToken = Optional.empty();
        String registrationSuffix = "janraincapture.com";
        Clock clock = Clock.systemUTC();
        Duration signatureSkew = Authenticator.DEFAULT_SKEW;
        Duration searchLag = Duration.ZERO;
        private Duration latency = Duration.ZERO;
        Optional<Quota.Limit> quota = Optional.empty();
        SpokenDialect dialect = SpokenDialect.DOCUMENTED;
        private Optional<Path> state = Optional.empty();
        Consumer<String> requestLog = line -> {};
        Consumer<Throwable> faults = fault -> {};

        private ConnectionTimeouts timeouts = ConnectionTimeouts.USUAL;
        private Function<Path, DurableStore> stateFiles = DurableStore::open;

        private Builder() {}

        /** Port to listen on; 0, the default, for any free one. */
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
            ownerClientId = Optional.of(identifying(id, "an owner client id"));
            return this;
        }

        /**
         * Secret of the owner client; generated by default.
         *
         * @throws IllegalArgumentException when it is empty or has blanks around it
         */
        public Builder ownerClientSecret(String secret) {
            ownerClientSecret = Optional.of(named(secret, "an owner client secret"));
            return this;
        }

        /**
         * Id of the client that people register and log in through; generated by default.
         *
         * @throws IllegalArgumentException when it is empty, has blanks around it or a colon
         */
        public Builder loginClient(String id) {
            loginClientId = Optional.of(identifying(id, "a login client id"));
            return this;
        }

        /**
         * Opens the control plane for callers that send the token. Closed by default.
         *
         * @throws IllegalArgumentException when the token is empty or has blanks around it
         */
        public Builder controlToken(String token) {
            controlToken = Optional.of(named(token, "a control token"));
            return this;
        }

        /**
         * The part of host names under which applications live, without a leading dot.
         *
         * @throws IllegalArgumentException when it is no part of a host name
         */
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

        /**
         * How far the date of a signed call may be from the clock of the process; ten minutes by default.
         *
         * @throws IllegalArgumentException when it is negative
         */
        public Builder signatureSkew(Duration span) {
            signatureSkew = notNegative(span, "a skew");
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
            searchLag = notNegative(span, "a lag");
            return this;
        }

        /**
         * How long every answer takes on its way, those of the control plane too; no time by default. Concurrent
         * callers wait concurrently.
         *
         * @throws IllegalArgumentException when it is negative
         */
        public Builder latency(Duration span) {
            latency = notNegative(span, "a latency");
            return this;
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
            return this;
        }

        /** Receives a line for every call, without secrets. */
        public Builder requestLog(Consumer<String> lines) {
            requestLog = lines;
            return this;
        }

        /** Receives every fault behind an answer of 500. */
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
            timeouts = other;
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
            var wiring = new SimulatorWiring(this, store);
            return new RegistrationSimulator(
                    wiring.applications().founding(),
                    wiring.endpoint(),
                    store,
                    // The Date header uses the machine's clock, not the application's.
                    SimulatorHttpServer.start(
                            InetAddress.getLoopbackAddress(),
                            port,
                            DelayedEndpoint.of(wiring.soundEndpoint(), latency),
                            Clock.systemUTC(),
                            timeouts));
        }

        /** Refuses an id with a colon, which separates id and secret in the header Authorization. */
        private static String identifying(String id, String what) {
            if (id.contains(":")) {
                throw new IllegalArgumentException(what + " cannot have a colon in it: " + id);
            }
            return named(id, what);
        }

        private static Duration notNegative(Duration span, String what) {
            if (span.isNegative()) {
                throw new IllegalArgumentException(what + " cannot be negative: " + span);
            }
            return span;
        }

        private static String named(String value, String what) {
            if (value.isBlank() || !value.equals(value.strip())) {
                throw new IllegalArgumentException(what + " cannot be empty or have blanks around it");
            }
            return value;
        }
    }
}
