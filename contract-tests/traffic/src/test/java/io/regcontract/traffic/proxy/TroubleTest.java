package io.regcontract.traffic.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.answer.Answer;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.suite.transport.TrustedCertificates;
import io.regcontract.traffic.TrafficBody;
import io.regcontract.traffic.TrafficVerdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that are not there, clients that do not read, and bodies without end. */
class TroubleTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final int MEBI = 1024 * 1024;

    private static final Map<String, MadeKeys> KEYS = new ConcurrentHashMap<>();

    @TempDir
    private static Path directory = Path.of("");

    /** A process of its own makes them, and one is enough for all tests. */
    private static MadeKeys keys(String name) {
        return KEYS.computeIfAbsent(name, made -> {
            try {
                return MadeKeys.of(directory, made);
            } catch (IOException | InterruptedException | GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void saysItselfThatTheServiceIsNotThere() throws Exception {
        int free;
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = listening.getLocalPort();
        }
        var nobody = URI.create("http://127.0.0.1:" + free);
        try (var proxy = ProxyUnderTest.before(nobody, settings -> settings);
                var client = proxy.client()) {
            client.send("GET /entity HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(client.rest())
                    .isEqualTo("HTTP/1.1 502 Bad Gateway\r\n"
                            + "Proxy-Status: regcontract; error=connection_refused\r\n"
                            + "Content-Type: text/plain;charset=utf-8\r\n"
                            + "Content-Length: " + (78 + nobody.toString().length()) + "\r\n"
                            + "Connection: close\r\n\r\n"
                            + "regcontract proxy: nothing listens at " + nobody
                            + ": start the service, or mend --upstream\n");
            assertThat(proxy.trouble())
                    .isEqualTo("Nothing listens at " + nobody + ": start the service, or mend --upstream.");
            assertThat(proxy.end()).as("the proxy's own answer is not judged").isEmpty();
        }
    }

    @Test
    void saysItselfThatTheServiceHasNoAddress() throws Exception {
        try (var proxy = ProxyUnderTest.before(URI.create("http://nobody.invalid"), settings -> settings);
                var client = proxy.client()) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.rest())
                    .contains("error=dns_error")
                    .endsWith("there is no host nobody.invalid, which --upstream names\n");
        }
    }

    @Test
    void speaksTlsToAServiceThatIsTrusted() throws Exception {
        var keys = keys("ip:127.0.0.1");
        try (var service = RegistrationSimulator.builder()
                        .tlsKeyStore(keys.store(), MadeKeys.PASSWORD)
                        .start();
                var proxy = ProxyUnderTest.before(
                        service.baseAddress(),
                        settings -> settings.with(
                                Optional.of(TrustedCertificates.in(keys.certificate())), List.of(), MEBI));
                var client = proxy.client()) {
            for (var call = 0; call < 20; call++) {
                client.send("POST /entity HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na=1");
                assertThat(client.until("}")).startsWith("HTTP/1.1 200 OK\r\n").contains("invalid_auth_method");
                assertThat(proxy.exchange().url()).isEqualTo(service.baseAddress() + "/entity");
            }
        }
    }

    @Test
    void doesNotSpeakToAServiceWhoseCertificateNobodyKnowsOrIsOfAnother() throws Exception {
        var keys = keys("dns:other.example.org");
        try (var service = RegistrationSimulator.builder()
                        .tlsKeyStore(keys.store(), MadeKeys.PASSWORD)
                        .start();
                var strict = ProxyUnderTest.before(service.baseAddress(), settings -> settings);
                var misled = ProxyUnderTest.before(
                        service.baseAddress(),
                        settings -> settings.with(
                                Optional.of(TrustedCertificates.in(keys.certificate())), List.of(), MEBI));
                var one = strict.client();
                var other = misled.client()) {
            one.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            other.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(one.rest()).startsWith("HTTP/1.1 502 ").contains("error=tls_certificate_error");
            assertThat(other.rest()).startsWith("HTTP/1.1 502 ").contains("error=tls_certificate_error");
            assertThat(strict.end()).isEmpty();
        }
    }

    @Test
    void showsItsOwnCertificateToAServiceThatWantsOne() throws Exception {
        var service = keys("ip:127.0.0.1");
        var client = keys("dns:client.example.org");
        var context =
                TrustedCertificates.showing(Optional.of(client.certificate()), service.store(), MadeKeys.PASSWORD);
        try (var listening = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            listening.setNeedClientAuth(true);
            var serving = new Thread(() -> answerOnce(listening), "wants-a-certificate");
            serving.setDaemon(true);
            serving.start();
            var own =
                    TrustedCertificates.showing(Optional.of(service.certificate()), client.store(), MadeKeys.PASSWORD);
            try (var proxy = ProxyUnderTest.before(
                            URI.create("https://127.0.0.1:" + listening.getLocalPort()),
                            settings -> settings.with(Optional.of(own), List.of(), MEBI));
                    var caller = proxy.client()) {
                caller.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(caller.until("test")).endsWith("CN=test");
            }
        }
    }

    private static void answerOnce(SSLServerSocket listening) {
        try (var socket = (SSLSocket) listening.accept();
                var wire = new Wire(socket)) {
            wire.head();
            var name = socket.getSession().getPeerPrincipal().getName();
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + name.length() + "\r\n\r\n" + name);
            wire.rest();
        } catch (IOException ended) {
            // The test says what is missing.
        }
    }

    @Test
    void passesAllOfALargeAnswerOverTlsToAClientThatReadsLate() throws Exception {
        var keys = keys("ip:127.0.0.1");
        var trust = TrustedCertificates.showing(Optional.of(keys.certificate()), keys.store(), MadeKeys.PASSWORD);
        var part = "c".repeat(MEBI);
        var written = new CountDownLatch(1);
        try (var listening = (SSLServerSocket)
                trust.getServerSocketFactory().createServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            var serving = new Thread(
                    () -> {
                        try (var wire = new Wire(listening.accept())) {
                            wire.head();
                            wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + 8 * MEBI + "\r\n\r\n");
                            wire.send(part);
                            written.countDown();
                            for (var more = 0; more < 7; more++) {
                                wire.send(part);
                            }
                            wire.read();
                        } catch (IOException ended) {
                            // The test says what is missing.
                        }
                    },
                    "large-answer");
            serving.setDaemon(true);
            serving.start();
            try (var proxy = ProxyUnderTest.before(
                            URI.create("https://127.0.0.1:" + listening.getLocalPort()),
                            settings -> settings.with(Optional.of(trust), List.of(), MEBI));
                    var client = proxy.client()) {
                client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
                written.await();
                client.head();
                for (var read = 0; read < 8; read++) {
                    assertThat(client.exactly(MEBI)).isEqualTo(part);
                }
            }
        }
    }

    @Test
    void setsTheHeadersOfAProfile() throws Exception {
        try (var service = ScriptedService.answering(OK);
                var proxy = ProxyUnderTest.before(
                        service.address(),
                        settings -> settings.with(Optional.empty(), List.of(new Answer.Header("X-Key", "k")), MEBI));
                var client = proxy.client()) {
            client.send("GET / HTTP/1.1\r\nx-key: mine\r\nHost: " + service.authority() + "\r\n\r\n");
            client.until("ok");
            client.hangUp();
            assertThat(service.heard())
                    .isEqualTo("GET / HTTP/1.1\r\nHost: " + service.authority() + "\r\nX-Key: k\r\n\r\n");
        }
    }

    @Test
    void passesABodyOverTheLimitAndSaysThatItIsTooLargeToBeJudged() throws Exception {
        var large = "a".repeat(MEBI + 1);
        try (var service = ScriptedService.playing(wire -> {
                    var heard = wire.head() + wire.exactly(large.length());
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + large.length() + "\r\n\r\n" + large);
                    return heard;
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + large.length() + "\r\n\r\n" + large);
            client.head();
            assertThat(client.exactly(large.length())).isEqualTo(large);
            assertThat(service.heard()).endsWith(large);
            var seen = proxy.exchange();
            assertThat(seen.body().flaw()).isEqualTo(TrafficBody.Flaw.TOO_LARGE);
            assertThat(seen.response().orElseThrow().body().flaw()).isEqualTo(TrafficBody.Flaw.TOO_LARGE);
        }
    }

    @Test
    void readsNoFasterFromTheServiceThanTheClientTakesIt() throws Exception {
        var part = "b".repeat(64 * 1024);
        var sent = new AtomicInteger();
        var stuck = new CountDownLatch(1);
        try (var service = ScriptedService.playing(wire -> {
                    wire.head();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: " + 1024L * part.length() + "\r\n\r\n");
                    var watch = new Thread(() -> watch(sent, stuck));
                    watch.setDaemon(true);
                    watch.start();
                    for (var i = 0; i < 1024; i++) {
                        wire.send(part);
                        sent.incrementAndGet();
                    }
                    return "";
                });
                var proxy = ProxyUnderTest.before(service);
                var client = proxy.client()) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            stuck.await();
            assertThat(sent.get() * 64 / 1024).as("MiB on the way, of 64").isLessThan(32);
            client.head();
            for (var i = 0; i < 1024; i++) {
                assertThat(client.exactly(part.length())).isEqualTo(part);
            }
        }
    }

    /** Waits until the number has not changed for a while, as the other end takes nothing. */
    private static void watch(AtomicInteger sent, CountDownLatch stuck) {
        var last = -1;
        var since = System.nanoTime();
        while (System.nanoTime() - since < 500_000_000L) {
            if (sent.get() != last) {
                last = sent.get();
                since = System.nanoTime();
            }
            Thread.onSpinWait();
        }
        stuck.countDown();
    }

    @Test
    void letsExchangesPassWhenTheJudgeIsBehindAndCountsThem() throws Exception {
        var hold = new CountDownLatch(1);
        try (var service = ScriptedService.playing(wire -> {
                    for (var call = 0; call < 100; call++) {
                        wire.head();
                        wire.exactly(MEBI);
                        wire.send(OK);
                    }
                    return "";
                });
                var proxy = ProxyUnderTest.judging(service, exchange -> {
                    try {
                        hold.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new TrafficVerdict(
                            TrafficVerdict.Kind.FOREIGN, Optional.empty(), OptionalInt.empty(), List.of());
                });
                var client = proxy.client()) {
            var large = "a".repeat(MEBI);
            for (var call = 0; call < 100; call++) {
                client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + MEBI + "\r\n\r\n" + large);
                assertThat(client.exactly(OK.length())).isEqualTo(OK);
            }
            hold.countDown();
            var judged = proxy.end().size();
            assertThat(proxy.counts().exchanges()).isEqualTo(100);
            assertThat(proxy.counts().missed()).isEqualTo(100 - judged);
            assertThat(judged).as("64 MiB of copies are kept").isBetween(50, 64);
        }
    }

    @Test
    void saysThatTheJudgeFailedAndGoesOn() throws Exception {
        try (var service = ScriptedService.answering(OK);
                var proxy = ProxyUnderTest.judging(service, exchange -> {
                    throw new IllegalStateException("secret");
                });
                var client = proxy.client()) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").until("ok");
            client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").until("ok");
            assertThat(proxy.trouble())
                    .isEqualTo("The judge failed on exchange 1: IllegalStateException. That is a defect of regcontract,"
                            + " please report it.");
            assertThat(proxy.trouble()).startsWith("The judge failed on exchange 2");
            assertThat(proxy.counts().failed()).isEqualTo(2);
        }
    }

    @Test
    void letsAClientThatVanishesBeForgotten() throws Exception {
        try (var service = ScriptedService.playing(wire -> {
                    wire.head();
                    try {
                        for (var i = 0; i < 10_000; i++) {
                            wire.send("x".repeat(64 * 1024));
                        }
                        return "all was taken";
                    } catch (IOException gone) {
                        return "cut";
                    }
                });
                var proxy = ProxyUnderTest.before(service)) {
            var client = proxy.client();
            client.send("GET / HTTP/1.0\r\n\r\n").end();
            client.hangUp();
            assertThat(service.heard()).isEqualTo("cut");
        }
    }
}
