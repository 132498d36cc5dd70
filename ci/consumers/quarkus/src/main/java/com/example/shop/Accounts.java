package com.example.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The people of a shop, who are registered with the service. */
@ApplicationScoped
public class Accounts {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json;
    private final URI service;
    private final String clientId;

    @Inject
    public Accounts(
            ObjectMapper json,
            @ConfigProperty(name = "registration.service") URI service,
            @ConfigProperty(name = "registration.client") String clientId) {
        this.json = json;
        this.service = service;
        this.clientId = clientId;
    }

    /** What the service answered. */
    public record Reply(int status, String contentType, String body) {}

    public Reply signUp(String email, String password) {
        return call(
                "/oauth/register_native_traditional",
                List.of(
                        "form", "registrationForm",
                        "emailAddress", email,
                        "newPassword", password,
                        "newPasswordConfirm", password,
                        "firstName", "Ada",
                        "lastName", "Lovelace",
                        "displayName", email));
    }

    public Reply signIn(String email, String password) {
        return call(
                "/oauth/auth_native_traditional",
                List.of("form", "signInForm", "signInEmailAddress", email, "currentPassword", password));
    }

    /** The record of the person that a sign-in gave the token to. */
    public Reply profile(String accessToken) {
        return send("/entity", List.of("type_name", "user", "access_token", accessToken));
    }

    /** The token in the answer to a sign-in. */
    public String accessToken(Reply reply) {
        try {
            return json.readTree(reply.body()).path("access_token").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply call(String path, List<String> pairs) {
        var all = new ArrayList<>(List.of(
                "client_id", clientId,
                "flow", "telling",
                "locale", "en-US",
                "redirect_uri", "https://shop.example.com",
                "response_type", "token"));
        all.addAll(pairs);
        return send(path, all);
    }

    private Reply send(String path, List<String> pairs) {
        var form = new StringBuilder();
        for (int i = 0; i < pairs.size(); i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(pairs.get(i))
                    .append('=')
                    .append(URLEncoder.encode(pairs.get(i + 1), StandardCharsets.UTF_8));
        }
        var request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
