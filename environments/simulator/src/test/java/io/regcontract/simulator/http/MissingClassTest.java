package io.regcontract.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A class path that lacks something: the caller is told, on a connection that ends as HTTP has it. */
class MissingClassTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    @Test
    void tellsTheCallerWhatIsMissingWhereNothingCouldBeAnswered() throws IOException {
        var answer = exchange(request -> {
            throw new NoClassDefFoundError("com/example/Missing");
        });

        tells(answer);
    }

    @Test
    void tellsTheCallerWhatIsMissingWhereTheAnswerCouldNotBeWritten() throws IOException {
        Map<String, String> unwritable = new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                throw new NoClassDefFoundError("com/example/Missing");
            }
        };

        tells(exchange(request -> new WireAnswer(200, unwritable, new byte[0])));
    }

    @Test
    void saysToAnyOtherFaultThatTheLogKnowsIt() throws IOException {
        var answer = exchange(request -> {
            throw new IllegalStateException("secret of the fault");
        });

        assertThat(answer)
                .startsWith("HTTP/1.1 500 ")
                .endsWith("\r\n\r\nThe simulator failed to answer. Its log says why.\n");
    }

    private static void tells(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 500 ")
                .contains("\r\nContent-Type: text/plain; charset=utf-8\r\n", "\r\nConnection: close\r\n")
                .contains("com.example.Missing is missing from the class path, or there in a version that does not fit;"
                        + " take io.regcontract:regcontract-simulator, which has what it needs inside.");
    }

    private static String exchange(Endpoint endpoint) throws IOException {
        try (var server = SimulatorHttpServer.start(
                        ListenAddress.plain(InetAddress.getLoopbackAddress(), 0),
                        endpoint,
                        Clock.systemUTC(),
                        ConnectionTimeouts.USUAL);
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
