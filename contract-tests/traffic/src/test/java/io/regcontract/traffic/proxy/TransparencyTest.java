package io.regcontract.traffic.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.check.answer.Answer;
import io.regcontract.traffic.TrafficBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TransparencyTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static String get(String authority) {
        return "GET /entity?a=%20b HTTP/1.1\r\nHost: " + authority + "\r\n\r\n";
    }

    @Test
    void passesHeadersInTheirOrderAndCaseWithDuplicatesBlanksAndBytesThatAreNoAscii() throws Exception {
        var answer =
                "HTTP/1.1 200 All right \u00e9\r\nsEt-cOOkie: a=1\r\nX:\t padded  \r\nX-Empty:\r\nSet-Cookie: b=2\r\n"
                        + "content-LENGTH: 2\r\nX-Bytes: \u00ff\u0080\r\n\r\nok";
        try (var service = ScriptedService.answering(answer);
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("PoST /entity.create?q=1&q=2#x HTTP/1.1\r\nx-b: 1\r\nHOST:  " + proxy.authority()
                    + "\r\nX-B:2\r\nx-b: \u00e4\r\nAccept:*/*  \r\ncontent-length: 0\r\n\r\n");
            assertThat(client.exactly(answer.length())).isEqualTo(answer);
            client.hangUp();

            assertThat(service.heard())
                    .isEqualTo("PoST /entity.create?q=1&q=2#x HTTP/1.1\r\nx-b: 1\r\nHOST: " + service.authority()
                            + "\r\nX-B:2\r\nx-b: \u00e4\r\nAccept:*/*  \r\ncontent-length: 0\r\n\r\n");
        }
    }

    @Test
    void showsTheJudgeWhatTheClientWroteAndGot() throws Exception {
        try (var service = ScriptedService.playing(wire -> {
                    var heard = wire.head() + wire.exactly(3);
                    wire.send("HTTP/1.1 400 Bad\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 4\r\n\r\nfour");
                    return heard;
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send(
                    "POST /entity.count HTTP/1.1\r\nHost: " + proxy.authority() + "\r\nContent-Length: 3\r\n\r\na=1");
            client.until("four");

            var seen = proxy.exchange();
            assertThat(seen.place()).isEqualTo("exchange 1");
            assertThat(seen.method()).isEqualTo("POST");
            assertThat(seen.url()).isEqualTo(service.address() + "/entity.count");
            assertThat(seen.body().text()).isEqualTo("a=1");
            assertThat(seen.at()).isPresent();
            assertThat(seen.millis()).isPresent();
            var response = seen.response().orElseThrow();
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.headers())
                    .containsExactly(
                            new Answer.Header("X-A", "1"),
                            new Answer.Header("x-a", "2"),
                            new Answer.Header("Content-Length", "4"));
            assertThat(response.body().text()).isEqualTo("four");
        }
    }

    @Test
    void passesChunksAsTheyWereCutInBothDirectionsWithExtensionsAndTrailers() throws Exception {
        var sent = "3;name=\"x\"\r\nabc\r\n0001\r\nd\r\n0\r\nX-Sum: 1\r\nx-SUM: 2\r\n\r\n";
        var answered = "A\r\n0123456789\r\n1 ; last\r\n!\r\n00\r\nX-Trailer:  yes\r\n\r\n";
        try (var service = ScriptedService.playing(wire -> {
                    var heard = wire.head() + wire.exactly(sent.length());
                    wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\nTrailer: X-Trailer\r\n\r\n" + answered);
                    return heard;
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            var head = "POST /a HTTP/1.1\r\nHost: " + service.authority()
                    + "\r\nTE: trailers\r\nConnection: TE\r\nTransfer-Encoding: chunked\r\n\r\n";
            client.send(head + sent);
            assertThat(client.head())
                    .isEqualTo("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\nTrailer: X-Trailer\r\n\r\n");
            assertThat(client.exactly(answered.length())).isEqualTo(answered);

            assertThat(service.heard()).isEqualTo(head + sent);
            var seen = proxy.exchange();
            assertThat(seen.body().text()).isEqualTo("abcd");
            assertThat(seen.response().orElseThrow().body().text()).isEqualTo("0123456789!");
        }
    }

    @Test
    void passesEachByteOnBeforeTheNextComes() throws Exception {
        try (var service = ScriptedService.playing(wire -> {
                    wire.head();
                    wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    for (var chunk = 0; chunk < 5; chunk++) {
                        // Waits for the client to have the one before.
                        wire.until("!");
                        wire.send("1\r\n" + chunk + "\r\n");
                    }
                    wire.send("0\r\n\r\n");
                    return "";
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n");
            client.head();
            for (var chunk = 0; chunk < 5; chunk++) {
                client.send("!");
                assertThat(client.until("\r\n" + chunk + "\r\n")).isEqualTo("1\r\n" + chunk + "\r\n");
            }
            assertThat(client.until("\r\n\r\n")).isEqualTo("0\r\n\r\n");
        }
    }

    @Test
    void passesPackedBodiesAsTheyAreAndUnpacksThemForTheJudge() throws Exception {
        var packed = packed("{\"stat\":\"error\"}");
        try (var service = ScriptedService.playing(wire -> {
                    var heard = wire.head();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length
                            + "\r\n\r\n");
                    wire.send(packed);
                    return heard;
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send(get(proxy.authority()));
            client.head();
            assertThat(client.exactly(packed.length)).isEqualTo(new String(packed, StandardCharsets.ISO_8859_1));
            assertThat(proxy.exchange().response().orElseThrow().body())
                    .satisfies(body -> assertThat(body.text()).isEqualTo("{\"stat\":\"error\"}"))
                    .satisfies(body -> assertThat(body.isWhole()).isTrue());
        }
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void leavesTheAnswerTo100ContinueToTheService() throws Exception {
        try (var service = ScriptedService.playing(wire -> {
                    var heard = wire.head();
                    wire.send("HTTP/1.1 100 Go on\r\nX-Early: 1\r\n\r\n");
                    heard += wire.exactly(4);
                    wire.send(OK);
                    return heard;
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("POST / HTTP/1.1\r\nHost: " + service.authority()
                    + "\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(client.head()).isEqualTo("HTTP/1.1 100 Go on\r\nX-Early: 1\r\n\r\n");
            client.send("body");
            assertThat(client.exactly(OK.length())).isEqualTo(OK);
            assertThat(service.heard()).endsWith("\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\nbody");
            assertThat(proxy.exchange().response().orElseThrow().status()).isEqualTo(200);
        }
    }

    @Test
    void passesARefusalToContinueAndTheEndOfTheConnection() throws Exception {
        var refusal = "HTTP/1.1 417 No\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno";
        try (var service = ScriptedService.playing(wire -> {
                    var heard = wire.head();
                    wire.send(refusal);
                    return heard;
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(client.rest()).isEqualTo(refusal);
            client.hangUp();
            assertThat(proxy.exchange().response().orElseThrow().status()).isEqualTo(417);
        }
    }

    @Test
    void passesEarlyHintsAndJudgesTheFinalAnswer() throws Exception {
        var hints = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\nlink: </b>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n";
        try (var service = ScriptedService.answering(hints + OK);
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send(get("x"));
            assertThat(client.exactly(hints.length() + OK.length())).isEqualTo(hints + OK);
            assertThat(proxy.exchange().response().orElseThrow().status()).isEqualTo(200);
        }
    }

    @Test
    void keepsAConnectionForManyRequestsWithOneToTheService() throws Exception {
        try (var service = ScriptedService.answering(OK);
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            for (var call = 0; call < 50; call++) {
                client.send(get("x"));
                assertThat(client.exactly(OK.length())).isEqualTo(OK);
            }
            assertThat(service.connections()).isEqualTo(1);
        }
    }

    @Test
    void passesRequestsThatAreSentWithoutWaitingAndMatchesTheirAnswers() throws Exception {
        try (var service = ScriptedService.playing(wire -> {
                    var heard = wire.head() + wire.head() + wire.head();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + OK + "HTTP/1.1 204 None\r\n\r\n");
                    return heard;
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send(
                    "HEAD /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\n\r\nGET /3 HTTP/1.1\r\nHost: x\r\n\r\n");
            client.until("204 None\r\n\r\n");
            assertThat(proxy.exchange().method()).isEqualTo("HEAD");
            assertThat(proxy.exchange().response().orElseThrow().body().text()).isEqualTo("ok");
            assertThat(proxy.exchange().url()).endsWith("/3");
        }
    }

    @Test
    void knowsThatHead204And304HaveNoBodyWhateverTheySay() throws Exception {
        try (var service = ScriptedService.playing(wire -> {
                    wire.head();
                    wire.send("HTTP/1.1 304 Same\r\nContent-Length: 100\r\nETag: \"a\"\r\n\r\n");
                    wire.head();
                    wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    wire.head();
                    wire.send(OK);
                    return "";
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            assertThat(client.send(get("x")).head()).contains("Content-Length: 100\r\n");
            assertThat(client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n").head()).contains("chunked");
            assertThat(client.send(get("x")).exactly(OK.length())).isEqualTo(OK);
        }
    }

    @Test
    void passesABodyThatEndsWithTheConnection() throws Exception {
        try (var service = ScriptedService.playing(wire -> {
                    wire.head();
                    wire.send("HTTP/1.0 200 OK\r\nX: y\r\n\r\nall of it");
                    return "";
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("GET / HTTP/1.0\r\n\r\n");
            assertThat(client.rest()).isEqualTo("HTTP/1.0 200 OK\r\nX: y\r\n\r\nall of it");
            var body = proxy.exchange().response().orElseThrow().body();
            assertThat(body.text()).isEqualTo("all of it");
            assertThat(body.isWhole()).isTrue();
        }
    }

    @Test
    void passesAResetInTheMiddleOfAnAnswerOnAsAReset() throws Exception {
        try (var service = ScriptedService.playing(wire -> {
                    wire.head();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart");
                    // The client has it before the reset comes.
                    wire.until("!");
                    wire.reset();
                    return "";
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n");
            client.until("part");
            client.send("!");
            assertThatThrownBy(client::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
            var seen = proxy.exchange();
            assertThat(seen.response().orElseThrow().body().flaw()).isEqualTo(TrafficBody.Flaw.CUT_OFF);
            assertThat(proxy.trouble()).startsWith("A connection broke before exchange 1 was whole");
        }
    }

    @Test
    void passesTheEndOfAConnectionInTheMiddleOfAnAnswerOnAsSuch() throws Exception {
        try (var service = ScriptedService.playing(wire -> {
                    wire.head();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart");
                    return "";
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send(get("x"));
            assertThat(client.rest()).endsWith("part");
            assertThat(proxy.trouble())
                    .isEqualTo("The service ended the connection before its answer was whole (exchange 1): so did the"
                            + " proxy.");
            client.hangUp();
            assertThat(proxy.exchange().response().orElseThrow().body().flaw()).isEqualTo(TrafficBody.Flaw.CUT_OFF);
        }
    }

    @Test
    void passesTheResetOfAClientOnToTheService() throws Exception {
        try (var service = ScriptedService.playing(wire -> {
                    wire.head();
                    try {
                        return "read " + wire.read();
                    } catch (SocketException reset) {
                        return reset.getMessage();
                    }
                });
                var proxy = ProxyUnderTest.before(service)) {
            var client = proxy.client();
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n");
            // Only a request that has come can be broken off.
            while (service.connections() == 0) {
                Thread.onSpinWait();
            }
            client.reset();
            assertThat(service.heard()).contains("reset");
        }
    }

    @Test
    void letsAClientEndItsHalfAndStillGetTheAnswer() throws Exception {
        try (var service = ScriptedService.playing(wire -> {
                    var heard = wire.rest();
                    wire.send(OK);
                    return heard;
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send(get(service.authority())).end();
            assertThat(client.rest()).isEqualTo(OK);
            assertThat(service.heard()).isEqualTo(get(service.authority()));
        }
    }

    @Test
    void removesWhatBelongsToOneConnection() throws Exception {
        try (var service = ScriptedService.answering(
                        "HTTP/1.1 200 OK\r\nConnection: keep-alive, X-Hop\r\nX-Hop: 1\r\nUpgrade: h2c\r\nContent-Length: 0\r\n\r\n");
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("GET / HTTP/1.1\r\nHost: " + service.authority()
                    + "\r\nConnection: Upgrade, HTTP2-Settings, content-length\r\nUpgrade: h2c\r\nHTTP2-Settings: AAA\r\n"
                    + "TE: gzip, trailers\r\nProxy-Connection: close\r\nX: y\r\n\r\n");
            assertThat(client.head())
                    .isEqualTo("HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n");
            client.hangUp();
            assertThat(service.heard())
                    .isEqualTo("GET / HTTP/1.1\r\nHost: " + service.authority() + "\r\nX: y\r\n\r\n");
        }
    }
}
