package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid requests are refused cleanly, and the next request works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stillAnswers() {
        world.owner("/clients/list").succeeds();
        assertThat(world.faults).isEmpty();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz=1", "a=%e4", "a=%c0%80", "a=%ff"})
    void brokenEncoding(String body) {
        var reply = raw("/clients/list", "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.US_ASCII));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).startsWith("The parameters").doesNotContain("Exception");
    }

    @Test
    void bytesThatAreNotUtf8() {
        assertThat(raw("/clients/list", "application/x-www-form-urlencoded", new byte[] {'a', '=', (byte) 0xFF})
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nulIsACharacterLikeAnyOther() {
        world.owner("/settings/set", "key", "nul", "value", "a\u0000b").succeeds();
        assertThat(world.owner("/settings/get", "key", "nul")
                        .succeeds()
                        .path("result")
                        .stringValue())
                .isEqualTo("a\u0000b");
    }

    @Test
    void bodiesWithoutEnd() {
        assertThat(raw("/clients/list", "application/x-www-form-urlencoded", new byte[9 * 1024 * 1024])
                        .status())
                .isEqualTo(413);
    }

    @Test
    void jsonWithoutFloor() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        world.owner("/entity.bulkCreate", "type_name", "user", "all_attributes", deep)
                .fails(200, "invalid_argument");
        world.owner("/entity.find", "type_name", "user", "filter", "(".repeat(100_000))
                .fails(200, "invalid_argument");
        world.owner("/entity.find", "type_name", "user", "filter", "not ".repeat(100_000) + "true")
                .fails(200, "invalid_argument");
        world.owner("/entity.find", "type_name", "user", "filter", "true" + " or true".repeat(100_000))
                .fails(200, "invalid_argument");
        world.owner("/entity.find", "type_name", "user", "filter", "'" + "a".repeat(1_000_000) + "\\")
                .fails(200, "invalid_argument");
        world.owner("/entity.find", "type_name", "user", "filter", "email = '" + "\\a".repeat(200_000) + "'")
                .succeeds();
    }

    @Test
    void attributesWithoutNumber() {
        var definitions = new StringBuilder("[");
        for (int i = 0; i < 10_000; i++) {
            definitions
                    .append(i == 0 ? "" : ",")
                    .append("{\"name\":\"a")
                    .append(i)
                    .append("\",\"type\":\"string\"}");
        }
        world.owner(
                        "/entityType.create",
                        "type_name",
                        "wide",
                        "attr_defs",
                        definitions.append("]").toString())
                .succeeds();
        world.owner("/entity.create", "type_name", "wide", "attributes", "{\"a9999\":\"x\"}")
                .succeeds();
    }

    @Test
    void addressesThatTakeForeverToRead() {
        var address = "a.".repeat(50_000) + "@" + "b.".repeat(50_000);
        world.type("reader", "[{'name':'email','type':'string','constraints':['email-address']}]");
        world.owner("/entity.create", "type_name", "reader", "attributes", "{\"email\":\"" + address + "\"}")
                .fails(360, "constraint_violation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":1}x", "null", "nonsense"})
    void jsonBodiesThatAreNone(String body) {
        var reply = raw("/oauth/forgot_password_native", "application/json", body.getBytes(StandardCharsets.UTF_8));
        if (body.isEmpty()) {
            reply.fails(205, "invalid_auth_method");
        } else {
            assertThat(reply.status()).isEqualTo(400);
        }
    }

    @Test
    void bodiesOfOtherKinds() {
        var headers = Map.of("Authorization", SimulatorFixture.basic("owner", "owner-secret"));
        var request = HttpRequest.newBuilder(world.simulator.baseAddress().resolve("/clients/delete"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("client_id_for_deletion=owner"));
        headers.forEach(request::header);
        world.send(request).fails(100, "missing_argument");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void otherMethods(String method) {
        var reply =
                world.send(HttpRequest.newBuilder(world.simulator.baseAddress().resolve("/clients/list"))
                        .method(method, BodyPublishers.noBody()));
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void methodsThatOnlyAsk() {
        for (var method : new String[] {"HEAD", "OPTIONS"}) {
            var reply = world.send(HttpRequest.newBuilder(world.simulator
                            .baseAddress()
                            .resolve("/entity.create?type_name=user&attributes=%7B%7D"
                                    + "&client_id=owner&client_secret=owner-secret"))
                    .method(method, BodyPublishers.noBody()));
            assertThat(reply.status()).isIn(200, 204);
            assertThat(reply.text()).isEmpty();
        }
        assertThat(world.owner("/entity.count", "type_name", "user", "filter", "givenName = 'head'")
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET",
                "GET /",
                "\r\n\r\n",
                "POST /entity HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /entity HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void brokenHttp(String text) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), world.simulator.baseAddress().getPort())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .matches("(?s)|HTTP/1\\.1 [45].*")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void floodsOfHeaders() throws IOException {
        var many = new StringBuilder("GET /clients/list HTTP/1.1\r\nHost: x\r\n");
        for (int i = 0; i < 10_000; i++) {
            many.append("X-Flood-").append(i).append(": 1\r\n");
        }
        refused(many.append("\r\n").toString());
        refused("GET /clients/list HTTP/1.1\r\nHost: x\r\nX-Flood: " + "a".repeat(2_000_000) + "\r\n\r\n");
        refused("GET /clients/list HTTP/1.1\r\nHost: x\r\n" + "X-Flood: 1\r\n".repeat(100_000) + "\r\n");
    }

    @Test
    void addressesWithoutEnd() throws IOException {
        var answer = sent("GET /clients/list?key=" + "a".repeat(2_000_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer).matches("(?s)|HTTP/1\\.1 (?:200|4..) .*").doesNotContain("\tat ");
    }

    @Test
    void bodiesThatPromiseMoreThanAllowed() throws IOException {
        var answer = sent("POST /clients/list HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n"
                + "a=b&".repeat(3 * 1024 * 1024));
        assertThat(answer).matches("(?s)|HTTP/1\\.1 413 .*");
    }

    @Test
    void chunksThatAreNone() throws IOException {
        var head = "POST /clients/list HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (var body :
                new String[] {"zz\r\n", "-1\r\n", "ffffffffffffffff\r\nabc", "5\r\nab", "1\r\nabc\r\n0\r\n\r\n"}) {
            assertThat(sent(head + body)).doesNotContain("\tat ", "unexpected_error");
        }
    }

    @Test
    void parametersByTheThousand() {
        var parameters = new String[20_000];
        for (int i = 0; i < parameters.length; i += 2) {
            parameters[i] = "p" + i;
            parameters[i + 1] = "";
        }
        world.owner("/clients/list", parameters).succeeds();
        var same = new String[20_000];
        for (int i = 0; i < same.length; i += 2) {
            same[i] = "type_name";
            same[i + 1] = "user" + i;
        }
        world.owner("/entity.count", same).fails(201, "duplicate_argument");
    }

    @Test
    void numbersThatWouldFillTheMemory() {
        for (var number : new String[] {"1e999999999", "-1e-999999999", "1e2147483647", "9".repeat(100_000)}) {
            var reply = world.owner(
                    "/entity.create",
                    "type_name",
                    "user",
                    "attributes",
                    "{\"profiles\":[{\"profile\":" + number + "}]}");
            assertThat(reply.text()).hasSizeLessThan(200_000).doesNotContain("unexpected_error");
            world.owner("/entity.find", "type_name", "user", "filter", "id = " + number);
        }
    }

    private void refused(String request) throws IOException {
        assertThat(sent(request)).matches("(?s)|HTTP/1\\.1 4.. .*").doesNotContain("\tat ");
    }

    /** What came back before the connection was closed, or reset while we were still sending. */
    private String sent(String request) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), world.simulator.baseAddress().getPort())) {
            socket.setSoTimeout(20_000);
            var answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                socket.getInputStream().transferTo(answer);
            } catch (SocketException reset) {
                return answer.toString(StandardCharsets.UTF_8);
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void everythingInTheQueryOfAPost() {
        var reply = world.send(HttpRequest.newBuilder(world.simulator
                        .baseAddress()
                        .resolve("/entity.count?type_name=user&client_id=owner&client_secret=owner-secret"))
                .POST(BodyPublishers.noBody()));
        reply.succeeds();
    }

    @Test
    void aGetWithABody() {
        var request = HttpRequest.newBuilder(world.simulator.baseAddress().resolve("/entity.count"))
                .header("Authorization", SimulatorFixture.basic("owner", "owner-secret"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method("GET", BodyPublishers.ofString("type_name=user"));
        world.send(request).succeeds();
    }

    private SimulatorFixture.Reply raw(String path, String type, byte[] body) {
        return world.send(HttpRequest.newBuilder(world.simulator.baseAddress().resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
