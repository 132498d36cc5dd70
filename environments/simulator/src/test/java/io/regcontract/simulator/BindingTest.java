package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A simulator at another than the loopback address, and one that speaks TLS. */
class BindingTest {

    private static final String TOKEN = "sixteen-letters!";

    @Test
    void listensOnAllAddressesAndTellsThem() throws Exception {
        try (var simulator = builder().bind(InetAddress.getByName("0.0.0.0")).start()) {
            assertThat(simulator.baseAddress().getHost()).isEqualTo("127.0.0.1");
            assertThat(simulator.addresses())
                    .startsWith(simulator.baseAddress())
                    .doesNotHaveDuplicates()
                    .allSatisfy(address -> assertThat(health(HttpClient.newHttpClient(), address))
                            .contains("\"alive\":true"));
        }
    }

    @Test
    void listensOnTheLoopbackAddressOfTheNewerProtocol() throws Exception {
        var address = InetAddress.getAllByName("::1")[0];
        assumeThat(NetworkInterface.getByInetAddress(address))
                .as("an interface of this machine has the address ::1")
                .isNotNull();
        try (var simulator = builder().bind(address).controlToken("t").start()) {
            assertThat(simulator.baseAddress().getHost()).isEqualTo("[::1]");
            assertThat(simulator.addresses()).containsExactly(simulator.baseAddress());
            assertThat(health(HttpClient.newHttpClient(), simulator.baseAddress()))
                    .contains("\"alive\":true");
        }
    }

    /** The address is kept for documentation: no machine has it. */
    @Test
    void saysThatAnAddressIsNotThisMachines() throws Exception {
        var elsewhere = InetAddress.getByName("203.0.113.77");
        assertThatThrownBy(() -> builder().bind(elsewhere).start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("203.0.113.77 is not an address of this machine; use one that it has, such as")
                .hasMessageEndingWith(", or 0.0.0.0 for all");
    }

    @Test
    void wantsALongTokenWhereOthersCanConnect(@TempDir Path directory) throws Exception {
        var all = InetAddress.getByName("0.0.0.0");
        var state = directory.resolve("state");
        assertThatThrownBy(() -> builder()
                        .bind(all)
                        .controlToken("fifteen-letters")
                        .state(state)
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a control token of 15 characters is too short where other machines can connect; use one of"
                        + " 16 or more");
        // The state file was given back.
        builder().state(state).start().close();
        builder().bind(all).controlToken(TOKEN).start().close();
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer sixteen-letters!,200",
        "bearer  sixteen-letters!,200",
        "Bearer sixteen-letters,401",
        "Bearer sixteen-letters!!,401",
        "Basic sixteen-letters!,401",
        "Bearer,401",
        "sixteen-letters!,401"
    })
    void answersTheControlPlaneByAnyNameForItsToken(String authorization, int status) throws Exception {
        try (var simulator = open()) {
            for (var host : List.of("localhost", "simulator:8080", "192.168.1.7")) {
                assertThat(control(
                                        simulator,
                                        "GET",
                                        "/control/v1",
                                        Map.of("host", host, "authorization", authorization))
                                .status())
                        .isEqualTo(status);
            }
        }
    }

    @Test
    void tellsARefusedCallerNothing() throws Exception {
        try (var simulator = open()) {
            for (var path : List.of("/control/v1", "/control/v1/applications/shop/mails", "/control/v1/no/such")) {
                for (var method : List.of("GET", "POST", "DELETE", "OPTIONS", "HEAD")) {
                    var answer = control(simulator, method, path, Map.of("host", "x", "authorization", "Bearer wrong"));
                    assertThat(answer.status()).isEqualTo(401);
                    assertThat(answer.headers())
                            .containsEntry("Www-Authenticate", "Bearer")
                            .containsEntry("Content-Type", "application/json");
                    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                            .isEqualTo(
                                    method.equals("HEAD")
                                            ? ""
                                            : "{\"message\":\"Send the header Authorization: Bearer with the control"
                                                    + " token.\"}");
                }
            }
            assertThat(health(HttpClient.newHttpClient(), simulator.baseAddress()))
                    .contains("\"alive\":true")
                    .doesNotContain("shop", simulator.ownerClientId(), simulator.loginClientId());
        }
    }

    @Test
    void speaksTlsWithACertificateOfItsOwn() throws Exception {
        try (var simulator = builder().tlsSelfSigned("sim.test").start()) {
            assertThat(simulator.baseAddress()).hasScheme("https");
            var trusting = HttpClient.newBuilder()
                    .sslContext(simulator.clientSslContext())
                    .build();
            for (var host : List.of("127.0.0.1", "localhost")) {
                var address = URI.create(
                        "https://" + host + ":" + simulator.baseAddress().getPort());
                assertThat(health(trusting, address)).contains("\"alive\":true");
            }
            assertThatThrownBy(() -> health(HttpClient.newHttpClient(), simulator.baseAddress()))
                    .isInstanceOf(SSLHandshakeException.class);
            try (var other = builder().tlsSelfSigned().start()) {
                assertThatThrownBy(() -> health(trusting, other.baseAddress()))
                        .isInstanceOf(SSLHandshakeException.class);
            }
            assertThat(simulator.certificate().orElseThrow().getSubjectAlternativeNames())
                    .contains(List.of(2, "sim.test"));
            assertThat(simulator.certificate().orElseThrow().getIssuerX500Principal())
                    .isEqualTo(simulator.certificateAuthority().orElseThrow().getSubjectX500Principal());
        }
    }

    @Test
    void speaksTlsWithAContextThatItIsGiven() throws Exception {
        try (var simulator =
                builder().tlsSelfSigned().tls(SSLContext.getDefault()).start()) {
            assertThat(simulator.baseAddress()).hasScheme("https");
            assertThat(simulator.certificate()).isEmpty();
            assertThat(simulator.certificateAuthority()).isEmpty();
            assertThatThrownBy(simulator::clientSslContext)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this simulator has no self-made certificate");
        }
    }

    private static RegistrationSimulator.Builder builder() {
        return RegistrationSimulator.builder().application("shop");
    }

    private static RegistrationSimulator open() throws IOException {
        return builder()
                .bind(InetAddress.getByName("0.0.0.0"))
                .controlToken(TOKEN)
                .start();
    }

    private static WireAnswer control(
            RegistrationSimulator simulator, String method, String path, Map<String, String> headers)
            throws IOException {
        try (var connection = new RawConnection(simulator.baseAddress())) {
            return connection.answer(new WireRequest(
                    method,
                    path,
                    "",
                    Map.of(
                            "host", List.of(headers.get("host")),
                            "authorization", List.of(headers.get("authorization"))),
                    new byte[0],
                    InetAddress.getLoopbackAddress()));
        }
    }

    private static String health(HttpClient http, URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/control/v1/health"))
                .timeout(Duration.ofSeconds(20))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
