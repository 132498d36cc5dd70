package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.http.ConnectionTimeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A client that sends slowly is cut off after a while, and delays no other client. */
class SlowSenderTest {

    @Test
    void holdsUpNoOneAndIsCutOff() throws IOException {
        try (var simulator = RegistrationSimulator.builder()
                .ownerClient("owner", "owner-secret")
                .connectionTimeouts(
                        new ConnectionTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(30)))
                .start()) {
            var address = simulator.baseAddress();
            var slow = new ArrayList<Socket>();
            try {
                for (int i = 0; i < 50; i++) {
                    slow.add(begun(address.getPort(), "POST /entity HTTP/1.1\r\nHost: x\r\nContent-Le"));
                    slow.add(begun(
                            address.getPort(), "POST /entity HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\ntype_"));
                }
                try (var quick = new RawConnection(address)) {
                    for (int i = 0; i < 100; i++) {
                        assertThat(quick.get("/clients/list?client_id=owner&client_secret=owner-secret"))
                                .contains("\"stat\":\"ok\"");
                    }
                }
                for (var socket : slow) {
                    assertThat(end(socket)).matches("(?s)|HTTP/1\\.1 4.*");
                }
            } finally {
                for (var socket : slow) {
                    socket.close();
                }
            }
        }
    }

    private static Socket begun(int port, String text) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** What came before the end; that there is an end is the point. */
    private static String end(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
