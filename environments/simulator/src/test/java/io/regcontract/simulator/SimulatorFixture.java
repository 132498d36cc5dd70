package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A simulator at its beginning and the people around it: the owner, the login client, and who turns the switches. */
final class SimulatorFixture implements AutoCloseable {

    static final String CONTROL_TOKEN = "control";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");
    /** One simulator for all fixtures of a dialect: a port that is used again at once would get old connections. */
    private static final Map<SpokenDialect, SharedSimulator> RUNNING = new ConcurrentHashMap<>();

    final MovableClock clock;
    final List<String> requestLog;
    final List<Throwable> faults;
    final RegistrationSimulator simulator;
    private final HttpClient http;
    private final boolean own;

    SimulatorFixture() {
        this(SpokenDialect.DOCUMENTED);
    }

    SimulatorFixture(SpokenDialect dialect) {
        this(
                RUNNING.computeIfAbsent(dialect, spoken -> SharedSimulator.start(builder -> builder.dialect(spoken))),
                HTTP,
                false);
        clock.moveTo(BEGINNING);
        control("POST", "/reset", "");
        requestLog.clear();
        faults.clear();
    }

    /** A fixture with its own simulator, which has other settings and is closed with the fixture. */
    SimulatorFixture(UnaryOperator<RegistrationSimulator.Builder> wish) {
        this(SharedSimulator.start(wish), HttpClient.newHttpClient(), true);
    }

    private SimulatorFixture(SharedSimulator running, HttpClient http, boolean own) {
        clock = running.clock();
        requestLog = running.requestLog();
        faults = running.faults();
        simulator = running.simulator();
        this.http = http;
        this.own = own;
    }

    /** Closes a simulator that is not shared; a shared one goes on, because the next fixture begins with a reset. */
    @Override
    public void close() {
        if (own) {
            simulator.close();
        }
    }

    /** A simulator that lasts as long as the tests. */
    private record SharedSimulator(
            MovableClock clock, List<String> requestLog, List<Throwable> faults, RegistrationSimulator simulator) {

        static SharedSimulator start(UnaryOperator<RegistrationSimulator.Builder> wish) {
            var clock = new MovableClock(BEGINNING);
            List<String> requestLog = Collections.synchronizedList(new ArrayList<>());
            List<Throwable> faults = new CopyOnWriteArrayList<>();
            var simulator = wish.apply(RegistrationSimulator.builder()
                            .application("shop")
                            .ownerClient("owner", "owner-secret")
                            .loginClient("login")
                            .controlToken(CONTROL_TOKEN)
                            .clock(clock)
                            .requestLog(requestLog::add)
                            .faults(faults::add))
                    .start();
            return new SharedSimulator(clock, requestLog, faults, simulator);
        }
    }

    /** A call by the owner. */
    Reply owner(String path, String... parameters) {
        return as("owner", "owner-secret", path, parameters);
    }

    /** A call by a client with a secret. */
    Reply as(String id, String secret, String path, String... parameters) {
        return post(path, Map.of("Authorization", basic(id, secret)), parameters);
    }

    /** A call by the login client, which has nothing but its id; the arguments that every flow needs are added. */
    Reply login(String path, String... parameters) {
        var all = new ArrayList<>(List.of(
                "client_id", "login", "redirect_uri", "https://shop.example/cb", "response_type", "code_and_token"));
        all.addAll(List.of(parameters));
        return anyone(path, all.toArray(String[]::new));
    }

    /** A call without credentials, beyond those among the parameters. */
    Reply anyone(String path, String... parameters) {
        return post(path, Map.of(), parameters);
    }

    Reply post(String path, Map<String, String> headers, String... parameters) {
        var request = HttpRequest.newBuilder(simulator.baseAddress().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(parameters)));
        headers.forEach(request::header);
        return send(request);
    }

    Reply get(String pathAndQuery, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(simulator.baseAddress().resolve(pathAndQuery))
                .GET();
        headers.forEach(request::header);
        return send(request);
    }

    /** A call to the control plane that must succeed. */
    JsonNode control(String method, String path, String body) {
        var reply = controlReply(method, path, body, CONTROL_TOKEN);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.body();
    }

    Reply controlReply(String method, String path, String body, String token) {
        return send(HttpRequest.newBuilder(URI.create(simulator.controlAddress() + path))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body)));
    }

    /** Moves the clock of the default application. */
    void advance(Duration span) {
        control("POST", "/applications/shop/clock", "{\"advanceSeconds\":" + span.toSeconds() + "}");
    }

    /** Makes a type; the definitions are JSON with single quotes. */
    void type(String name, String definitions) {
        owner("/entityType.create", "type_name", name, "attr_defs", json(definitions))
                .succeeds();
    }

    /** Makes a record and gives back its uuid; the attributes are JSON with single quotes. */
    String record(String type, String attributes) {
        return owner("/entity.create", "type_name", type, "attributes", json(attributes))
                .succeeds()
                .path("uuid")
                .stringValue();
    }

    /** JSON written with single quotes. */
    static String json(String quotedSingly) {
        return quotedSingly.replace('\'', '"');
    }

    /** A text as a JSON string. */
    static String quoted(String text) {
        return Json.write(Json.text(text));
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    static String form(String... parameters) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(encoded(parameters[i]) + "=" + encoded(parameters[i + 1]));
        }
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Reply send(HttpRequest.Builder request) {
        return send(http, request);
    }

    /** A call to another simulator, by another client. */
    static Reply sendAlone(HttpRequest.Builder request) {
        return send(HttpClient.newHttpClient(), request);
    }

    private static Reply send(HttpClient http, HttpRequest.Builder request) {
        var complete = request.timeout(Duration.ofSeconds(20)).build();
        try {
            return new Reply(http.send(complete, BodyHandlers.ofString()));
        } catch (java.io.IOException failed) {
            // The JDK's client closes connections that were idle, on a slow machine also one that it has just taken.
            if (isClosedByClient(failed)) {
                return send(HttpClient.newHttpClient(), request);
            }
            throw new AssertionError("the simulator did not answer", failed);
        } catch (InterruptedException failed) {
            throw new AssertionError("the simulator did not answer", failed);
        }
    }

    private static boolean isClosedByClient(Throwable failed) {
        return "connection closed locally".equals(failed.getMessage())
                || (failed.getCause() != null && isClosedByClient(failed.getCause()));
    }

    /** What came back. */
    record Reply(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode body() {
            return Json.read(text());
        }

        /** The answer says that all is well; gives back its body. */
        JsonNode succeeds() {
            assertThat(status()).as(text()).isEqualTo(200);
            var body = body();
            assertThat(body.path("stat").stringValue("")).as(text()).isEqualTo("ok");
            assertThat(header("Content-Type")).isEqualTo("application/json");
            assertThat(header("Cache-Control")).isEqualTo("no-store");
            return body;
        }

        /** The answer is the documented error; gives back its body. */
        JsonNode fails(int code, String error) {
            assertThat(status()).as(text()).isEqualTo(200);
            var body = body();
            assertThat(body.path("stat").stringValue("")).as(text()).isEqualTo("error");
            assertThat(body.path("code").asInt(-1)).as(text()).isEqualTo(code);
            assertThat(body.path("error").stringValue("")).as(text()).isEqualTo(error);
            assertThat(body.path("error_description").stringValue(""))
                    .as(text())
                    .isNotBlank();
            assertThat(body.path("request_token").stringValue(""))
                    .as(text())
                    .matches("[23456789abcdefghjkmnpqrstuvwxyz]{16}");
            assertThat(header("Content-Type")).isEqualTo("application/json");
            assertThat(header("Cache-Control")).isEqualTo("no-store");
            return body;
        }

        /** The answer is the documented error about that attribute. */
        void failsAt(int code, String error, String attribute) {
            assertThat(fails(code, error).path("attribute_name").stringValue(""))
                    .as(text())
                    .isEqualTo(attribute);
        }

        /** The fields of the answer, for comparison as a whole. */
        Map<String, String> fields() {
            return body().properties().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, field -> field.getValue().toString(), (a, b) -> a, TreeMap::new));
        }
    }

    /** A clock that stands still until it is moved. */
    static final class MovableClock extends Clock {
        private volatile Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void moveTo(Instant time) {
            now = time;
        }

        void move(Duration span) {
            moveTo(now.plus(span));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
