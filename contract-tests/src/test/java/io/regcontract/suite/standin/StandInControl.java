package io.regcontract.suite.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The way into a stand-in tenant that nobody outside has: its API without the front, and its control plane. */
final class StandInControl {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final String application;
    private final String owner;
    private final String ownerSecret;
    private final String controlToken;

    StandInControl(URI service, String application, String owner, String ownerSecret, String controlToken) {
        this.service = service;
        this.application = application;
        this.owner = owner;
        this.ownerSecret = ownerSecret;
        this.controlToken = controlToken;
    }

    /** A call to the API by the owner, which must succeed. */
    JsonNode api(String operation, Map<String, String> parameters) {
        var form = parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        var pair = Base64.getEncoder().encodeToString((owner + ":" + ownerSecret).getBytes(StandardCharsets.UTF_8));
        var answer = send(HttpRequest.newBuilder(service.resolve(operation))
                .header("Authorization", "Basic " + pair)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (!answer.path("stat").asString("").equals("ok")) {
            throw new IllegalStateException(operation + " answered " + answer);
        }
        return answer;
    }

    /** A call to the control plane. */
    JsonNode control(String method, String path, Object body) {
        return send(HttpRequest.newBuilder(service.resolve("/control/v1/applications/" + application + path))
                .header("Authorization", "Bearer " + controlToken)
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Moves the application's clock, for a look or for something that takes long elsewhere. */
    void advance(Duration span) {
        control("POST", "/clock", Map.of("advanceSeconds", span.toSeconds()));
    }

    /** Installs a flow that is like another one but for something. */
    void flow(String like, String name, UnaryOperator<ObjectNode> change) {
        if (!(control("GET", "/flows/" + like, Map.of()) instanceof ObjectNode flow)) {
            throw new IllegalStateException("there is no flow " + like);
        }
        control("PUT", "/flows/" + name, change.apply(flow));
    }

    /** Everything that anyone made: what it is, and its name. */
    Map<String, String> things() {
        var things = new TreeMap<String, String>();
        for (var client : api("/clients/list", Map.of()).path("results")) {
            things.put(
                    "client " + client.path("client_id").asString(),
                    client.path("description").asString(""));
        }
        for (var type : api("/entityType.list", Map.of()).path("results")) {
            things.put("entity type " + type.asString(), type.asString());
            var found = api("/entity.find", Map.of("type_name", type.asString(), "max_results", "10000"));
            for (var record : found.path("results")) {
                things.put(
                        "record " + record.path("uuid").asString() + " of " + type.asString(),
                        record.path("email").asString(""));
            }
        }
        api("/settings/items", Map.of())
                .path("result")
                .properties()
                .forEach(setting -> things.put(
                        "setting " + setting.getKey(), setting.getValue().toString()));
        return things;
    }

    /** Whom messages were sent to. */
    SortedSet<String> mailed() {
        var mailed = new TreeSet<String>();
        control("GET", "/mails", Map.of())
                .path("mails")
                .forEach(mail -> mailed.add(mail.path("to").asString()));
        return mailed;
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "the stand-in answered HTTP " + answer.statusCode() + " to itself: " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
