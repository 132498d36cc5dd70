package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 221, 224, 480, 500 and 510: which application answers, and whether it can. */
class ServiceErrorsTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void knowsTheApplicationsThatThereAre() {
        var body = world.owner("/clients/list", "application_id", "nowhere").fails(221, "unknown_application");
        assertThat(body.path("application_id").stringValue()).isEqualTo("nowhere");
        var headers =
                Map.of("Authorization", SimulatorFixture.basic("owner", "owner-secret"), "X-Application-Id", "nowhere");
        world.post("/clients/list", headers).fails(221, "unknown_application");
        world.owner("/clients/list", "application_id", "shop").succeeds();
    }

    @Test
    void findsAnApplicationWhereItLives() throws IOException {
        assertThat(onHost("nowhere.janraincapture.com", "")).contains("\"code\":224");
        assertThat(onHost("shop.janraincapture.com", "")).contains("\"stat\":\"ok\"");
        assertThat(onHost("SHOP.janraincapture.com:443", "")).contains("\"stat\":\"ok\"");
        assertThat(onHost("shop.us-dev.janraincapture.com", "")).contains("\"stat\":\"ok\"");
        assertThat(onHost("nowhere.eu.janraincapture.com", "")).contains("\"code\":224");
        assertThat(onHost("shop.eu.west.janraincapture.com", "")).contains("\"code\":224");
        assertThat(onHost("localhost", "")).contains("\"stat\":\"ok\"");
        world.control("POST", "/applications", "{\"name\":\"nowhere\"}");
        assertThat(onHost("nowhere.janraincapture.com", "")).contains("\"stat\":\"ok\"");
        assertThat(onHost("nowhere.janraincapture.com", "?application_id=shop")).contains("\"code\":224");
        assertThat(onHost("shop.janraincapture.com", "?application_id=nowhere")).contains("\"code\":224");
        assertThat(onHost("shop.janraincapture.com", "?application_id=shop")).contains("\"stat\":\"ok\"");
        assertThat(onHost("127.0.0.1", "?application_id=nowhere")).contains("\"code\":224");
        world.control("DELETE", "/applications/nowhere", "");
        assertThat(onHost("nowhere.janraincapture.com", "")).contains("\"code\":224");
    }

    @Test
    void asksTheClientsOwnApplication() {
        var other = world.control("POST", "/applications", "{\"name\":\"other\"}");
        world.type("only-in-shop", "[]");
        var list = world.as(
                        other.path("ownerClientId").stringValue(),
                        other.path("ownerClientSecret").stringValue(),
                        "/entityType.list")
                .succeeds();
        assertThat(list.path("results").toString()).isEqualTo("[\"user\"]");
    }

    @Test
    void switchesGroupsOffForMaintenance() {
        world.control("PUT", "/applications/shop/maintenance", "{\"groups\":[\"clients\",\"entityType\"]}");
        world.owner("/clients/list").fails(480, "api_feature_disabled");
        world.owner("/entityType.list").fails(480, "api_feature_disabled");
        world.owner("/entity.count", "type_name", "user").succeeds();
        world.control("PUT", "/applications/shop/maintenance", "{\"groups\":[]}");
        world.owner("/clients/list").succeeds();
    }

    @Test
    void failsWhenTheStorageFails() {
        var uuid = world.record("user", "{}");
        world.control("PUT", "/applications/shop/storage", "{\"failReads\":true}");
        world.owner("/entity", "type_name", "user", "uuid", uuid).fails(500, "unexpected_error");
        assertThat(world.faults).hasSize(1);
        world.owner("/clients/list").succeeds();
        world.control("PUT", "/applications/shop/storage", "{}");
        world.owner("/entity", "type_name", "user", "uuid", uuid).succeeds();
    }

    @Test
    void countsCallsAgainstTheQuota() {
        world.control("PUT", "/applications/shop/quota", "{\"calls\":2,\"perSeconds\":10}");
        world.owner("/clients/list").succeeds();
        world.advance(Duration.ofSeconds(5));
        world.owner("/clients/list").succeeds();
        world.owner("/clients/list").fails(510, "api_limit_error");
        world.advance(Duration.ofSeconds(5));
        world.owner("/clients/list").succeeds();
        world.owner("/clients/list").fails(510, "api_limit_error");
        world.control("DELETE", "/applications/shop/quota", "");
        world.owner("/clients/list").succeeds();
    }

    @Test
    void judgesInAFixedOrder() {
        world.control("PUT", "/applications/shop/maintenance", "{\"groups\":[\"clients\"]}");
        world.control("PUT", "/applications/shop/quota", "{\"calls\":0,\"perSeconds\":10}");
        world.anyone("/clients/delete", "application_id", "nowhere").fails(221, "unknown_application");
        world.anyone("/clients/delete").fails(480, "api_feature_disabled");
        world.control("PUT", "/applications/shop/maintenance", "{\"groups\":[]}");
        world.anyone("/clients/delete").fails(510, "api_limit_error");
        world.control("DELETE", "/applications/shop/quota", "");
        world.anyone("/clients/delete").fails(205, "invalid_auth_method");
        world.as("owner", "wrong", "/clients/delete").fails(402, "invalid_client_credentials");
        world.owner("/clients/delete").fails(100, "missing_argument");
        world.owner("/clients/delete", "client_id_for_deletion", "nobody").fails(200, "invalid_argument");
    }

    @Test
    void answersAnUnknownPathWithoutARegistrationError() {
        var reply = world.owner("/nowhere");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).doesNotContain("{");
    }

    /** The host header cannot be set through the client of the JDK, so this one call goes by hand. */
    private String onHost(String host, String query) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), world.simulator.baseAddress().getPort())) {
            socket.getOutputStream()
                    .write(("GET /clients/list" + query + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: "
                                    + SimulatorFixture.basic("owner", "owner-secret") + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
