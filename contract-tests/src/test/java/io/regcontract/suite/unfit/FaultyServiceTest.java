package io.regcontract.suite.unfit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.transport.PlainHttpClient;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever keeps an answer away is said in words, in time, and never taken for an answer. */
final class FaultyServiceTest {

    private static final Duration TIMEOUT = Duration.ofMillis(400);

    /** Far beyond the timeout, and far below what a call without a deadline would take. */
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(NetworkFault.class)
    void isNeverTakenForAnAnswer(NetworkFault fault) {
        try (var service = FaultyProxy.only(fault)) {
            var kept = new ArrayList<Exchange>();
            var began = System.nanoTime();

            var failure = failure(service.address(), kept);

            assertThat(failure).as("a failure of transport").isNotNull();
            assertThat(failure.getMessage()).isNotBlank().doesNotContain("Exception", "\n");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(IN_TIME);
            assertThat(kept).as("the request that was made in vain").hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SAYS_NOTHING, no answer in time",
        "DRIPS_ITS_HEADERS, no answer in time",
        "DRIPS_ITS_BODY, no answer in time",
        "RESETS_IN_THE_MIDDLE, the connection broke",
        "CHUNKS_RUBBISH, the connection broke",
        "NAMES_TOO_SHORT_A_LENGTH, the answer goes on behind the end that its Content-Length names",
        "BAD_GATEWAY, HTTP 502 without JSON: something in front of the service answered in its place",
        "REDIRECTS_IN_A_CIRCLE, HTTP 302 to /entity.create: something in front of the service sends calls elsewhere"
    })
    void isSaidInWords(NetworkFault fault, String words) {
        try (var service = FaultyProxy.only(fault)) {
            assertThat(failure(service.address(), new ArrayList<>())).hasMessageContaining(words);
        }
    }

    @Test
    void aBodyWithoutAnEndIsLeftLongBeforeTheTimeIsOver() {
        try (var service = FaultyProxy.only(NetworkFault.NEVER_ENDS_ITS_BODY)) {
            assertThat(failure(service.address(), new ArrayList<>(), Duration.ofMinutes(5)))
                    .hasMessageContaining("the answer is longer than 16777216 bytes");
        }
    }

    @Test
    void refusedConnectionsAreSaid() throws IOException {
        int nobody;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        assertThat(failure(URI.create("http://127.0.0.1:" + nobody), new ArrayList<>()))
                .hasMessageContaining("the service refuses connections");
    }

    @Test
    void aNameThatNobodyHasIsSaid() {
        assertThat(failure(URI.create("http://no-such-host.invalid"), new ArrayList<>()))
                .hasMessageContaining("no such host: no-such-host.invalid");
    }

    @Test
    void aServiceThatSpeaksNoTlsIsSaid() throws IOException {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering = new Thread(() -> {
                try (var wire = plain.accept()) {
                    wire.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    wire.getInputStream().readAllBytes();
                } catch (IOException hungUp) {
                    // As it should.
                }
            });
            answering.setDaemon(true);
            answering.start();

            assertThat(failure(
                            URI.create("https://127.0.0.1:" + plain.getLocalPort()),
                            new ArrayList<>(),
                            Duration.ofSeconds(20)))
                    .hasMessageContaining("TLS failed");
        }
    }

    /** The control plane is no service under test, and must not hold a run up either. */
    @ParameterizedTest
    @EnumSource(
            names = {"SAYS_NOTHING", "DRIPS_ITS_BODY", "DRIPS_ITS_HEADERS", "RESETS_IN_THE_MIDDLE", "CHUNKS_RUBBISH"})
    void holdsNoControlPlaneUpEither(NetworkFault fault) {
        try (var control = FaultyProxy.only(fault)) {
            var http = new PlainHttpClient(new Redactor(), Clock.systemUTC(), TIMEOUT);

            assertThatThrownBy(() -> http.send("POST", control.address() + "/reset", List.of(), "{}", exchange -> {}))
                    .isInstanceOf(TransportException.class);
        }
    }

    private static TransportException failure(URI address, List<Exchange> kept) {
        return failure(address, kept, TIMEOUT);
    }

    private static TransportException failure(URI address, List<Exchange> kept, Duration timeout) {
        var http = new ServiceClient(address, new Redactor(), Clock.systemUTC(), timeout, 1);
        return catchThrowableOfType(
                TransportException.class,
                () -> http.send(
                        Call.to("/entity.create", new Credential.None()).with("type_name", "user"),
                        Exchange.Role.DRIVE,
                        kept::add));
    }
}
