package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.tls.PemTrust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A simulator with little memory that speaks TLS to a crowd, more than it has places for. It answers another client
 * while the crowd stands and after it.
 */
@Tag("long")
class EncryptedProcessTest {

    /** The places that a heap of 160 MB has are 640. */
    private static final int CROWD = 800;

    @TempDir
    private Path directory;

    /** What a client of the crowd does before it does nothing more. */
    enum Beginning {
        NOTHING {
            @Override
            Socket begin(Socket network, SSLContext trusting) {
                return network;
            }
        },
        HALF_A_GREETING {
            @Override
            Socket begin(Socket network, SSLContext trusting) throws IOException {
                network.getOutputStream().write(new byte[] {0x16, 3, 1, 2, 0, 1, 0});
                return network;
            }
        },
        GREETING {
            @Override
            Socket begin(Socket network, SSLContext trusting) throws IOException {
                return greeted(network, trusting);
            }
        },
        HALF_A_BODY {
            @Override
            Socket begin(Socket network, SSLContext trusting) throws IOException {
                var socket = greeted(network, trusting);
                var head = "POST /entity HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\ntype_name=";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                return socket;
            }
        };

        abstract Socket begin(Socket network, SSLContext trusting) throws IOException;

        static SSLSocket greeted(Socket network, SSLContext trusting) throws IOException {
            var socket =
                    (SSLSocket) trusting.getSocketFactory().createSocket(network, "localhost", network.getPort(), true);
            socket.startHandshake();
            return socket;
        }
    }

    @ParameterizedTest
    @EnumSource
    void servesOthersWhileACrowdStands(Beginning beginning) throws Exception {
        var pem = directory.resolve("authority.pem");
        try (var running = RunningSimulator.start(List.of("-Xmx160m"), List.of("--tls-self-signed=" + pem))) {
            var trusting = PemTrust.of(pem);
            var http = HttpClient.newBuilder().sslContext(trusting).build();
            assertThat(running.address()).hasScheme("https");
            answers(http, running.address());
            for (int round = 0; round < 2; round++) {
                var crowd = new ArrayList<Socket>();
                try {
                    for (int i = 0; i < CROWD; i++) {
                        crowd.add(joined(beginning, running.address(), trusting));
                    }
                    answers(HttpClient.newBuilder().sslContext(trusting).build(), running.address());
                } finally {
                    for (var socket : crowd) {
                        socket.close();
                    }
                }
                answers(http, running.address());
            }
            assertThat(running.process().isAlive()).isTrue();
        }
    }

    private static Socket joined(Beginning beginning, URI address, SSLContext trusting) throws IOException {
        var network = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        network.setSoTimeout(60_000);
        try {
            return beginning.begin(network, trusting);
        } catch (IOException madeRoom) {
            // It had to go in the middle, as the simulator may ask of those who do nothing.
            return network;
        }
    }

    private static void answers(HttpClient http, URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/clients/list"))
                .header("Authorization", SimulatorFixture.basic("owner", "owner-secret"))
                .timeout(Duration.ofSeconds(60))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).body()).contains("\"stat\":\"ok\"");
    }
}
