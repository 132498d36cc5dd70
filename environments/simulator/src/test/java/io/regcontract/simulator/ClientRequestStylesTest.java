package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How real clients of this API are known to write their requests. */
class ClientRequestStylesTest {

    private static final String OWNER = "client_id=owner&client_secret=owner-secret";

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aPostWithEverythingInTheQueryAndNoLengthAtAll() throws IOException {
        assertThat(raw("POST /entity.count?type_name=user&" + OWNER + " HTTP/1.1\r\nHost: x\r\n"))
                .contains("{\"total_count\":0,\"stat\":\"ok\"}");
    }

    @Test
    void anEmptyBodyOfThatLength() throws IOException {
        assertThat(raw("POST /entity.count?type_name=user&" + OWNER + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n"))
                .contains("\"stat\":\"ok\"");
    }

    @Test
    void aDateThatIsNoHttpDate() throws IOException {
        assertThat(raw("GET /entity.count?type_name=user&" + OWNER
                        + " HTTP/1.1\r\nHost: x\r\nDate: 2026-11-22 08:58:18\r\n"))
                .contains("\"stat\":\"ok\"");
    }

    @Test
    void aBodyInPieces() throws IOException {
        assertThat(whole("POST /entity.count?" + OWNER + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                        + "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\nConnection: close\r\n\r\n"
                        + "a\r\ntype_name=\r\n4\r\nuser\r\n0\r\n\r\n"))
                .contains("\"stat\":\"ok\"");
    }

    @Test
    void credentialsInTheQueryAndTheRestInTheBody() {
        world.anyone("/entity.count?" + OWNER, "type_name", "user").succeeds();
    }

    @Test
    void anAccessTokenUnderTwoNamesBesideTheClientAndAnEmptyId() {
        var uuid = world.record("user", "{'givenName':'Ada'}");
        var token = world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("accessToken")
                .stringValue();
        assertThat(world.anyone(
                                "/entity?" + OWNER,
                                "access_token",
                                token,
                                "token",
                                token,
                                "id",
                                "",
                                "type_name",
                                "user")
                        .succeeds()
                        .path("result")
                        .path("uuid")
                        .stringValue())
                .isEqualTo(uuid);
        world.anyone("/entity?" + OWNER.replace("secret=", "secret=x"), "access_token", token)
                .fails(402, "invalid_client_credentials");
    }

    @Test
    void aTokenInTheHeaderAndInTheParameters() {
        var uuid = world.record("user", "{}");
        var token = world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("accessToken")
                .stringValue();
        var header = Map.of("Authorization", "OAuth " + token);
        world.post("/entity", header, "access_token", token).succeeds();
        world.post("/entity", header, "access_token", "other").fails(201, "duplicate_argument");
    }

    @Test
    void anApplicationInAHeader() {
        var headers =
                Map.of("Authorization", SimulatorFixture.basic("owner", "owner-secret"), "X-Application-Id", "shop");
        world.post("/clients/list", headers).succeeds();
    }

    @Test
    void oneConnectionForManyCalls() throws IOException {
        try (var socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        world.simulator.baseAddress().getPort());
                var lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < 20; i++) {
                var path = i % 2 == 0 ? "/entity.count?type_name=user&" + OWNER : "/nowhere";
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(lines.readLine()).isEqualTo(i % 2 == 0 ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found");
                int length = 0;
                for (var line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
                    if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                        length = Integer.parseInt(line.substring(15).strip());
                    }
                }
                assertThat(lines.skip(length)).isEqualTo(length);
            }
        }
    }

    @Test
    void bareValuesAndCompactJson() {
        var uuid = world.record("user", "{'givenName':'Ada'}");
        assertThat(world.owner("/entity", "type_name", "user", "uuid", uuid, "attribute_name", "created")
                        .text())
                .isEqualTo("{\"result\":\"2026-03-01 12:00:00.000000 +0000\",\"stat\":\"ok\"}");
        world.owner("/settings/set", "key", "k", "value", "v").succeeds();
        assertThat(world.owner("/settings/get", "key", "k").text()).isEqualTo("{\"result\":\"v\",\"stat\":\"ok\"}");
        assertThat(world.owner("/settings/client_items").text()).isEqualTo(json("{'result':{'k':'v'},'stat':'ok'}"));
    }

    private String raw(String head) throws IOException {
        return whole(head + "Connection: close\r\n\r\n");
    }

    private String whole(String request) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), world.simulator.baseAddress().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
