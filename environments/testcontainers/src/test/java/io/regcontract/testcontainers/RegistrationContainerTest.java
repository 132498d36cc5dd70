package io.regcontract.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class RegistrationContainerTest {

    private static String image = "";

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void loadTheImage() throws Exception {
        image = Engine.image();
    }

    @Test
    void isReadyWhenItIsStartedAndKnowsItsClients() throws Exception {
        try (var registration = new RegistrationContainer(image).withApplication("shop")) {
            registration.start();

            assertThat(owner(registration, "/entityType.list", "").body()).contains("\"stat\":\"ok\"");
            assertThat(form(
                                    registration.baseAddress().resolve("/oauth/auth_native_traditional"),
                                    "client_id=" + registration.loginClientId())
                            .body())
                    .contains("\"code\":100");
            assertThat(control(registration, "Bearer " + registration.controlToken(), "GET", "")
                            .body())
                    .contains("\"shop\"");
        }
    }

    @Test
    void changesItsStateThroughTheControlPlaneAndForItsTokenOnly() throws Exception {
        try (var registration = new RegistrationContainer(image)) {
            registration.start();
            var maintenance = "/applications/" + registration.application() + "/maintenance";

            assertThat(control(registration, "", "GET", "").statusCode()).isEqualTo(401);
            assertThat(control(
                                    registration,
                                    "Bearer " + registration.controlToken(),
                                    "PUT",
                                    maintenance,
                                    "{\"groups\":[\"entityType\"]}")
                            .statusCode())
                    .isEqualTo(200);

            assertThat(owner(registration, "/entityType.list", "").body()).contains("\"code\":480");
        }
    }

    @Test
    void speaksTheObservedDialectAndTakesOptionsOfTheSimulator() throws Exception {
        try (var registration =
                new RegistrationContainer(image).withObservedDialect().withSimulatorOptions("--quota", "1/600")) {
            registration.start();

            assertThat(owner(registration, "/entityType.list", "").body()).contains("\"stat\":\"ok\"");
            assertThat(owner(registration, "/entityType.list", "").body())
                    .contains("\"code\":510")
                    .contains("\"request_id\"");
        }
    }

    @Test
    void givesEachContainerSecretsOfItsOwn() {
        try (var one = new RegistrationContainer(image);
                var other = new RegistrationContainer(image)) {
            assertThat(one.ownerClientSecret()).isNotEqualTo(other.ownerClientSecret());
            assertThat(one.controlToken()).hasSizeGreaterThanOrEqualTo(16).isNotEqualTo(other.controlToken());
        }
    }

    private HttpResponse<String> owner(RegistrationContainer registration, String path, String form) throws Exception {
        var credentials = registration.ownerClientId() + ":" + registration.ownerClientSecret();
        return http.send(
                HttpRequest.newBuilder(registration.baseAddress().resolve(path))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> form(URI address, String form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> control(
            RegistrationContainer registration, String authorization, String method, String path, String... json)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(registration.controlAddress() + path))
                .method(method, BodyPublishers.ofString(String.join("", json)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
