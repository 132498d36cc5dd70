package io.regcontract.facade;

import io.regcontract.facade.http.Gateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Calls of a facade, as its owner, its sign-in page, and whoever tests it. */
record FacadeCalls(Facade facade) {

    static final String PASSWORD = "correct-horse";
    static final String REDIRECT = "https://shop.example/return";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A call of the owner. */
    JsonNode owner(String operation, Map<String, String> parameters) {
        var pair = facade.owner().id() + ":" + facade.owner().secret();
        return JSON.readTree(api(
                        operation,
                        parameters,
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .body());
    }

    /** A call without credentials. */
    JsonNode anyone(String operation, Map<String, String> parameters) {
        return JSON.readTree(api(operation, parameters).body());
    }

    /** A form of a person. */
    JsonNode form(String operation, String form, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("flow", "telling");
        all.put("form", form);
        all.put("client_id", facade.login().id());
        all.put("redirect_uri", REDIRECT);
        return anyone(operation, all);
    }

    /** A log-in. */
    JsonNode logIn(String email, String password) {
        return form(
                "/oauth/auth_native_traditional",
                "signInForm",
                Map.of("signInEmailAddress", email, "currentPassword", password, "response_type", "code_and_token"));
    }

    /** A registration. */
    JsonNode register(String email) {
        return form(
                "/oauth/register_native_traditional",
                "registrationForm",
                Map.of("emailAddress", email, "newPassword", PASSWORD, "newPasswordConfirm", PASSWORD));
    }

    /** A call of an operation through the gateway. */
    HttpResponse<String> api(String operation, Map<String, String> parameters, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(facade.baseAddress() + operation))
                .timeout(PATIENCE)
                .header(Gateway.KEY_HEADER, facade.gatewayKey())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(parameters)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** A call of the control plane about the application. */
    JsonNode control(String method, String path, String body) {
        var answer = send(HttpRequest.newBuilder(
                        URI.create(facade.controlAddress() + "/applications/" + Facade.APPLICATION + path))
                .header("Authorization", "Bearer " + facade.controlToken())
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() != 200) {
            throw new AssertionError(method + " " + path + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Sends any request. */
    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
