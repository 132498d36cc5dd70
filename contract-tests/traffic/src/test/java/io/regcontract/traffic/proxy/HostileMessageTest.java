package io.regcontract.traffic.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What two readers could take for different messages is not passed on. */
class HostileMessageTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static String unescaped(String text) {
        return text.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\0", "\0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 4\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n"
                        + "|400|it has both Content-Length and Transfer-Encoding",
                "POST / HTTP/1.0\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n|400|it is HTTP/1.0 and has a Transfer-Encoding",
                "POST / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: gzip, chunked\\r\\n\\r\\n"
                        + "|501|its Transfer-Encoding is not \"chunked\"",
                "POST / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: xchunked\\r\\n\\r\\n"
                        + "|501|its Transfer-Encoding is not \"chunked\"",
                "POST / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding : chunked\\r\\n\\r\\n"
                        + "|400|the name of a header has a sign that no name may have",
                "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n"
                        + "|400|its Content-Length is not one whole number",
                "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: +1\\r\\n\\r\\n"
                        + "|400|its Content-Length is not one whole number",
                "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\n"
                        + "|400|its Content-Length is not one whole number",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nX: a\\r\\n b\\r\\n\\r\\n|400|a header is folded over several lines",
                "GET / HTTP/1.1\\r\\nHost: x\\nX: a\\r\\n\\r\\n|400|a line of its head ends in LF without CR",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nX: a\\rContent-Length: 5\\r\\n\\r\\n"
                        + "|400|its head has a control character",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nX: a\\0b\\r\\n\\r\\n|400|its head has a control character",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nno colon\\r\\n\\r\\n|400|a line of its head is no header",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\n: nameless\\r\\n\\r\\n|400|a line of its head is no header",
                "GET / HTTP/1.1\\r\\n\\r\\n|400|it has no Host",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nhost: y\\r\\n\\r\\n|400|it has more than one Host",
                "GET  / HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|400|its first line is not METHOD TARGET HTTP/1.1",
                "GET /a b HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|400|its first line is not METHOD TARGET HTTP/1.1",
                "G(T / HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|400|its first line is not METHOD TARGET HTTP/1.1",
                "GET /\\r\\nHost: x\\r\\n\\r\\n|400|its first line is not METHOD TARGET HTTP/1.1",
                "GET a HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|400|its target is neither a path nor an address",
                "PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n"
                        + "|505|it is not HTTP/1.1 or HTTP/1.0, which is all that the proxy passes on",
                "CONNECT example.org:443 HTTP/1.1\\r\\nHost: example.org:443\\r\\n\\r\\n"
                        + "|405|CONNECT asks for a tunnel, and the proxy stands before one service: send requests to it",
            })
    void refusesAHeadThatCanBeReadInTwoWays(String request, int status, String why) throws Exception {
        try (var service = ScriptedService.answering(OK);
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send(unescaped(request));

            assertThat(client.rest())
                    .startsWith("HTTP/1.1 " + status + " ")
                    .contains("Proxy-Status: regcontract; error=http_request_error\r\n")
                    .endsWith("regcontract proxy: a request was not passed on: " + why + "\n");
            assertThat(proxy.trouble()).isEqualTo("A request was not passed on: " + why + ".");
            assertThat(service.connections()).isZero();
            assertThat(proxy.end()).isEmpty();
        }
    }

    @Test
    void refusesAHeadThatIsTooLarge() throws Exception {
        try (var service = ScriptedService.answering(OK);
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(65 * 1024));
            assertThat(client.rest()).startsWith("HTTP/1.1 431 ").contains("its head is larger than 64 KiB");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\\nabcde\\r\\n0\\r\\n\\r\\n",
                "5;a\\nb\\r\\nabcde\\r\\n0\\r\\n\\r\\n",
                "5;a\\rb\\r\\nabcde\\r\\n0\\r\\n\\r\\n",
                "0x5\\r\\nabcde\\r\\n0\\r\\n\\r\\n",
                "-5\\r\\nabcde\\r\\n0\\r\\n\\r\\n",
                "5\\r\\nabcdefg\\r\\n0\\r\\n\\r\\n",
                "ffffffffffffffff\\r\\n",
                "5 5\\r\\nabcde\\r\\n",
                "\\r\\n",
                "0\\r\\nX : y\\r\\n\\r\\n",
                "0\\r\\nX: y\\r\\n folded\\r\\n\\r\\n",
                "0\\r\\nno colon\\r\\n\\r\\n"
            })
    void refusesChunksThatCanBeReadInTwoWaysAndCutsTheServiceOff(String chunks) throws Exception {
        try (var service = ScriptedService.playing(wire -> {
                    var heard = wire.head();
                    try {
                        return heard + wire.rest();
                    } catch (IOException reset) {
                        return heard;
                    }
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + unescaped(chunks));
            assertThat(client.rest()).startsWith("HTTP/1.1 400 Bad Request\r\n");
            assertThat(proxy.end()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\\r\\nContent-Length: 1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n",
                "HTTP/1.1 200 OK\\r\\nX: a\\r\\n folded\\r\\n\\r\\n",
                "HTTP/1.1 200 OK\\nX: a\\r\\n\\r\\n",
                "HTTP/1.1 20 OK\\r\\n\\r\\n",
                "HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: x\\r\\n\\r\\n",
                "HTTP/2 200\\r\\n\\r\\n",
                "SSH-2.0-OpenSSH_9.2\\r\\n\\r\\n",
                "HTTP/1.0 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n"
            })
    void saysItselfWhatIsWrongWithAnAnswerThatCannotBePassedOn(String answer) throws Exception {
        try (var service = ScriptedService.answering(unescaped(answer));
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.rest())
                    .startsWith("HTTP/1.1 502 Bad Gateway\r\nProxy-Status: regcontract; error=http_protocol_error\r\n")
                    .contains("regcontract proxy: an answer of the service was not passed on: ");
            assertThat(proxy.trouble()).startsWith("An answer of the service was not passed on: ");
            assertThat(proxy.end()).as("the proxy's own answer is not judged").isEmpty();
        }
    }

    @Test
    void cutsTheConnectionWhereAnAnswerHasBegunAndCannotGoOn() throws Exception {
        try (var service = ScriptedService.answering(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\nzz\r\n");
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThatThrownBy(client::rest).hasMessageContaining("reset");
            assertThat(proxy.trouble())
                    .isEqualTo("An answer of the service was not passed on: the size of a chunk is no number. Its"
                            + " connection was cut.");
        }
    }

    @Test
    void takesATargetInFullWhereItMeansTheServiceOrTheProxy() throws Exception {
        try (var service = ScriptedService.answering(OK);
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("GET http://" + service.authority() + "/a/b?c=http://d HTTP/1.1\r\nHost: x\r\n\r\n");
            client.until("ok");
            client.send("GET HTTP://" + proxy.authority() + "?q HTTP/1.1\r\nHost: x\r\n\r\n");
            client.until("ok");
            client.hangUp();
            assertThat(proxy.exchange().url()).isEqualTo(service.address() + "/a/b?c=http://d");
            assertThat(proxy.exchange().url()).isEqualTo(service.address() + "/?q");
        }
    }

    @Test
    void refusesATargetAtAnotherService() throws Exception {
        try (var service = ScriptedService.answering(OK);
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("GET http://example.org/ HTTP/1.1\r\nHost: example.org\r\n\r\n");
            assertThat(client.rest())
                    .startsWith("HTTP/1.1 421 ")
                    .contains("it asks for another service than " + service.address());
            assertThat(service.connections()).isZero();
        }
    }

    @Test
    void passesTheAsteriskOfOptions() throws Exception {
        try (var service = ScriptedService.answering(OK);
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n");
            client.until("ok");
            client.hangUp();
            assertThat(service.heard()).startsWith("OPTIONS * HTTP/1.1\r\n");
            assertThat(proxy.exchange().url()).isEqualTo(service.address().toString());
        }
    }
}
