package io.regcontract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.RegistrationSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/control-plane.yaml against the routes of the simulator: each is described and answered as described, none is missing. */
class ControlPlaneDescriptionTest {

    private static final String TOKEN = "a-control-token";
    private static final String ADA = "ada@example.com";
    private static final String APPLICATION = "/applications/shop";
    private static final String UNKNOWN = "The control plane has no such call.";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"");

    private final ControlPlaneDescription description = ControlPlaneDescription.read();
    private final Set<String> called = new TreeSet<>();
    private final RegistrationSimulator simulator = RegistrationSimulator.builder()
            .application("shop")
            .controlToken(TOKEN)
            .start();

    private record Reply(int status, JsonNode body) {}

    @BeforeEach
    void hasPeople() {
        send(
                "POST",
                APPLICATION + "/records/user",
                "{\"attributes\":{\"email\":\"" + ADA + "\",\"password\":\"Pw-1234567\"}}");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void describesWhatEachCallTakesAndAnswers() {
        calls("GET /health", "GET /", "GET /capabilities");
        call("POST /applications {\"name\":\"other\"}");
        calls("GET /applications/other", "DELETE /applications/other");
        call("GET " + APPLICATION);
        call("POST " + APPLICATION + "/clock {\"advanceSeconds\":1}");
        call("PUT " + APPLICATION + "/clock {\"now\":\"2026-03-01T12:00:00Z\"}");
        call("PUT " + APPLICATION + "/maintenance {\"groups\":[\"entity\"]}");
        call("POST " + APPLICATION + "/maintenance {\"off\":[\"oauth\"],\"on\":[\"entity\"]}");
        call("PUT " + APPLICATION + "/quota {\"calls\":5,\"perSeconds\":60}");
        call("PUT " + APPLICATION + "/storage {\"refuseWrites\":true,\"failReads\":false,\"searchSeconds\":1}");
        for (var area : List.of("/clock", "/maintenance", "/quota", "/storage")) {
            call("GET " + APPLICATION + area);
        }
        call("POST " + APPLICATION + "/storage {\"refuseWrites\":false}");
        call("PUT " + APPLICATION + "/search-lag {\"seconds\":1}");
        calls("DELETE " + APPLICATION + "/quota", "DELETE " + APPLICATION + "/search-lag");
        calls("PUT " + APPLICATION + "/hidden", "DELETE " + APPLICATION + "/hidden");
        var flow = call("GET " + APPLICATION + "/flows/standard");
        call("PUT " + APPLICATION + "/flows/mine " + flow);
        calls("GET " + APPLICATION + "/flows", "DELETE " + APPLICATION + "/flows/mine");
        call(
                "POST " + APPLICATION
                        + "/social {\"provider\":\"google.com\",\"identifier\":\"x\",\"profile\":{\"email\":\"e@example.com\"}}");
        call("GET " + APPLICATION + "/mails");
        call("PUT " + APPLICATION + "/settings/colour {\"value\":\"blue\"}");
        call("PUT " + APPLICATION + "/settings/colour {\"value\":\"red\",\"client\":\"" + simulator.loginClientId()
                + "\"}");
        calls(
                "GET " + APPLICATION + "/settings",
                "DELETE " + APPLICATION + "/settings/colour?client=" + simulator.loginClientId());
        clients();
        types();
        records();
        call("GET /log/" + failed());
        call("POST " + APPLICATION + "/journal/marks {\"name\":\"again\"}");
        calls("GET " + APPLICATION + "/journal?after=0&limit=5", "GET " + APPLICATION + "/journal/reactions");
        call("DELETE " + APPLICATION + "/journal");
        var drill = call("POST " + APPLICATION + "/drills {\"code\":414,\"times\":1}");
        call("GET " + APPLICATION + "/drills");
        call("GET " + APPLICATION + "/drills/" + drill.path("id").asString());
        call("DELETE " + APPLICATION + "/drills/" + drill.path("id").asString());
        calls("DELETE " + APPLICATION + "/drills", "POST /reset");

        assertThat(called).isEqualTo(description.operations());
    }

    private void clients() {
        var clients = APPLICATION + "/clients";
        var made = call("POST " + clients + " {\"description\":\"d\",\"features\":[\"owner\"]}");
        var one = clients + "/" + made.path("id").asString();
        calls("GET " + clients, "GET " + one);
        call("POST " + one + "/secret {\"overlapSeconds\":5}");
        call("DELETE " + one + "/secret");
        call("PUT " + one + "/features {\"features\":[\"login_client\"]}");
        call("POST " + one + "/features {\"give\":[\"owner\"],\"take\":[]}");
        call("PUT " + one + "/addresses {\"blocks\":[\"127.0.0.1/32\"]}");
        call("POST " + one + "/addresses {\"add\":[\"10.0.0.0/8\"],\"take\":[\"127.0.0.1/32\"]}");
        call("DELETE " + one);
    }

    private void types() {
        var types = APPLICATION + "/types";
        call("POST " + types
                + " {\"name\":\"badges\",\"attributes\":[{\"name\":\"badge\",\"type\":\"string\",\"length\":10}]}");
        var one = types + "/badges";
        calls("GET " + types, "GET " + one);
        call("POST " + one + "/attributes {\"attribute\":{\"name\":\"colour\",\"type\":\"string\"}}");
        call("POST " + one + "/attributes/colour {\"add\":[\"unique\"],\"take\":[],\"length\":20}");
        call("PUT " + one + "/password-history {\"size\":0}");
        call("POST " + one + "/hidden {\"attribute\":\"colour\",\"client\":\"" + simulator.loginClientId() + "\"}");
        call("DELETE " + one + "/hidden?client=" + simulator.loginClientId());
        calls("DELETE " + one + "/attributes/colour", "DELETE " + one);
    }

    private void records() {
        var records = APPLICATION + "/records/user";
        call("POST " + records + " {\"attributes\":{\"email\":\"grace@example.com\",\"password\":\"Pw-1234567\"}}");
        call("POST " + records + "/taken {\"attribute\":\"email\",\"value\":\"taken@example.com\"}");
        call("GET " + records + "?after=0&max=2");
        var one = records + "/grace@example.com";
        call("GET " + one);
        call("POST " + one + " {\"attributes\":{\"givenName\":\"Grace\"}}");
        call("POST " + one + "/expire {\"tokens\":true,\"codes\":true}");
        calls("PUT " + one + "/throttled", "DELETE " + one + "/throttled", "PUT " + one + "/verified");
        calls("DELETE " + one + "/verified", "DELETE " + one + "/grants", "DELETE " + one);
    }

    /** The request token of a call of the API that failed. */
    private String failed() {
        var answer = exchange(HttpRequest.newBuilder(simulator.baseAddress().resolve("/entity"))
                .POST(HttpRequest.BodyPublishers.ofString("type_name=user"))
                .header("Content-Type", "application/x-www-form-urlencoded"));
        return answer.body().path("request_token").asString();
    }

    @Test
    void namesTheCapabilitiesThatTheSimulatorOffers() {
        var offered = send("GET", "/capabilities", "").body();

        assertThat(offered.path("capabilities").valueStream().map(JsonNode::asString))
                .isEqualTo(description.capabilities());
        assertThat(description.operations().stream()
                        .map(description::capability)
                        .filter(capability -> !capability.equals("core"))
                        .distinct()
                        .sorted())
                .isEqualTo(description.capabilities());
    }

    @Test
    @Tag("long")
    void describesEveryRouteThatThereIs() throws IOException {
        var client = simulator.loginClientId();
        var routes = 0;
        for (var path : paths(client)) {
            for (var method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
                var reply = send(method, path, "");
                if (reply.body().path("message").asString("").equals(UNKNOWN)) {
                    continue;
                }
                routes++;
                assertThat(description.operationOf(method, path))
                        .as(method + " " + path + " is answered with " + reply + " and described nowhere")
                        .isPresent();
                if (reply.status() == 200 && !method.equals("GET")) {
                    send("POST", "/reset", "");
                    hasPeople();
                }
            }
        }
        assertThat(routes).isGreaterThanOrEqualTo(description.operations().size());
    }

    @Test
    void asksForTheTokenAsDescribed() {
        for (var operation : description.operations()) {
            var parts = operation.split(" ", 2);
            var path = parts[1].replaceAll("\\{[a-zA-Z]+}", "x");
            var reply = exchange(request(parts[0], path, ""));

            if (operation.equals("GET /health")) {
                assertThat(reply.status()).isEqualTo(200);
            } else {
                assertThat(reply.status()).as(operation).isEqualTo(401);
                assertThat(description.refusalProblems(reply.body())).isEmpty();
            }
        }
    }

    /** Every path that could be one: the words of the control plane's sources, at each place where one may stand. */
    private static List<String> paths(String client) throws IOException {
        var words = words("");
        assertThat(words).contains("clients", "expire", "password-history", "throttled");
        var areas = words("ApplicationCalls.java");
        areas.addAll(words("ControlPlane.java"));
        var paths = new ArrayList<>(List.of("/", "/applications/shop"));
        for (var area : words) {
            paths.add("/" + area);
            if (!area.equals("applications")) {
                paths.add("/" + area + "/x");
            }
        }
        for (var area : areas) {
            var in = APPLICATION + "/" + area;
            var first = in + "/" + (area.equals("clients") ? client : area.equals("flows") ? "standard" : "user");
            var second = first + "/" + ADA;
            paths.addAll(List.of(in, first, first + "/x", second, second + "/x", second + "/x/y"));
            for (var word : words) {
                paths.addAll(List.of(in + "/" + word, first + "/" + word, second + "/" + word));
                if (area.equals("types")) {
                    paths.add(first + "/" + word + "/email");
                }
            }
        }
        return paths;
    }

    /** The lower-case words in the texts of the control plane's sources. */
    private static Set<String> words(String file) throws IOException {
        var sources = Path.of(
                System.getProperty("regcontract.root"),
                "environments/simulator/src/main/java/io/regcontract/simulator/controlplane");
        var words = new TreeSet<String>();
        try (var files = Files.list(sources)) {
            for (var source :
                    files.filter(each -> each.toString().endsWith(file)).toList()) {
                Files.readAllLines(source).stream()
                        .filter(line -> line.contains("case \"") || line.contains(".equals(\""))
                        .flatMap(line -> WORD.matcher(line).results())
                        .flatMap(match -> Pattern.compile("[ /.]").splitAsStream(match.group(1)))
                        .filter(word -> word.matches("[a-z][a-z-]+"))
                        .forEach(words::add);
            }
        }
        return words;
    }

    private void calls(String... lines) {
        for (var line : lines) {
            call(line);
        }
    }

    /** Makes a call, and holds what is sent and what is answered against the description. */
    private JsonNode call(String line) {
        var parts = line.split(" ", 3);
        var path = parts[1].split("\\?", 2)[0];
        var operation = description.operationOf(parts[0], path).orElseThrow(() -> new AssertionError(line));
        var body = parts.length == 3 ? parts[2] : "";
        called.add(operation);
        if (!body.isEmpty()) {
            assertThat(description.takesABody(operation)).as(operation).isTrue();
            assertThat(description.bodyProblems(operation, JSON.readTree(body)))
                    .as(line)
                    .isEmpty();
        }
        var reply = send(parts[0], parts[1], body);
        assertThat(reply.status()).as(line + ": " + reply).isEqualTo(200);
        assertThat(description.answerProblems(operation, reply.body()))
                .as(line + ": " + reply)
                .isEmpty();
        return reply.body();
    }

    private Reply send(String method, String path, String body) {
        return exchange(request(method, path, body).header("Authorization", "Bearer " + TOKEN));
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(simulator.controlAddress() + path.replace("@", "%40")))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private static Reply exchange(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
