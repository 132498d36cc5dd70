package io.regcontract.suite.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.regcontract.environment.Profile;
import io.regcontract.environment.loading.Environments;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.transport.TransportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway asks for: sent with each call to its own host and to no other, and told to nobody else. */
class GatewayAccessTest {

    private static final String KEY = "gateway key+of/us \"1\"";
    private static final String BEARER = "gateway-bearer-2b";
    private static final String PASSWORD = "store-password";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private final Redactor redactor = new Redactor();
    private final List<Exchange> kept = new ArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private HttpServer other;

    @BeforeEach
    void start() throws IOException {
        service = echoing(HttpServer.create(here(), 0));
        other = echoing(HttpServer.create(here(), 0));
    }

    @AfterEach
    void stop() {
        service.stop(0);
        other.stop(0);
    }

    @Test
    void isSentWithEachCallAndKeptInNone() {
        var http = ServiceClientFactory.open(
                profile(
                        "http",
                        service.getAddress().getPort(),
                        "  headers: {X-Gateway-Key: env:KEY}\n  bearer: env:BEARER\n"),
                1,
                redactor,
                Clock.systemUTC(),
                MonotonicClock.SYSTEM,
                TIMEOUT);
        for (var credential : List.of(new Credential.Basic("client", "secret-of-it"), new Credential.None())) {
            http.send(Call.to("/entity", credential), Exchange.Role.DRIVE, kept::add);
        }

        assertThat(received).hasSize(2).allSatisfy(headers -> assertThat(headers)
                .contains(KEY, "Bearer " + BEARER));
        assertThat(received.get(0)).contains("Basic ");
        assertThat(kept).hasSize(2);
        assertThat(kept.toString()).contains("${GATEWAY_X_GATEWAY_KEY}").doesNotContain(forms());
    }

    @Test
    void isSentToNoOtherHost() {
        var profile = profile(
                "http", service.getAddress().getPort(), "  headers: {X-Gateway-Key: env:KEY}\n  bearer: env:BEARER\n");
        for (var server : List.of(service, other)) {
            var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            GatewayAccess.plainClient(profile, address, redactor, Clock.systemUTC(), TIMEOUT)
                    .send("GET", address + "/control/v1/", List.of(), "", kept::add);
        }

        assertThat(received.get(0)).contains(KEY);
        assertThat(received.get(1)).doesNotContain(KEY);
        assertThat(kept.toString()).doesNotContain(forms());
    }

    @Test
    void isACertificateAsPkcs12OrPem() throws Exception {
        var client = store("client");
        var asking = asking(store("server"), client);
        try {
            var port = asking.getAddress().getPort();
            var certificates = "certificates: file:server.pem\n";
            var inAStore = profile(
                    "https",
                    port,
                    "  client-certificate: file:client.p12\n  client-certificate-password: env:PASSWORD\n"
                            + certificates);
            var asPem = profile("https", port, "  client-certificate: file:client.pem\n" + certificates);
            var without = profile("https", port, "  headers: {X-Gateway-Key: env:KEY}\n" + certificates);

            assertThat(status(inAStore)).isEqualTo(200);
            assertThat(status(asPem)).isEqualTo(200);
            assertThatThrownBy(() -> status(without)).isInstanceOf(TransportException.class);
        } finally {
            asking.stop(0);
        }
    }

    @Test
    void saysWhichFileIsNoCertificateAndNothingOfWhatItHolds() throws IOException {
        Files.writeString(directory.resolve("client.pem"), "-----BEGIN PRIVATE KEY-----\nc2VjcmV0LWtleQ==\n");

        assertThatThrownBy(() -> status(profile("https", 1, "  client-certificate: file:client.pem\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("client.pem cannot be used as a client's certificate: it holds no key in PKCS8")
                .hasMessageNotContaining("c2Vj");
    }

    private int status(Profile profile) {
        return ServiceClientFactory.open(profile, 1, redactor, Clock.systemUTC(), MonotonicClock.SYSTEM, TIMEOUT)
                .send(Call.to("/entity", new Credential.None()), Exchange.Role.DRIVE, kept::add)
                .answer()
                .status();
    }

    private Profile profile(String scheme, int port, String gateway) {
        var text =
                """
                name: here
                description: behind a gateway
                kind: replacement
                base-address: %s://127.0.0.1:%d/legacy
                dialect: documented
                operations: [/entity]
                credentials:
                  owner: {client-id: owner, client-secret: env:SECRET}
                  login: {client-id: login}
                guard:
                  hosts: [127.0.0.1]
                  marker: {path: /marker, value: env:SECRET}
                budgets: {calls: 100, things: 10}
                pace: {calls-per-second: 1000}
                gateway:
                %s"""
                        .formatted(scheme, port, gateway);
        try {
            Files.writeString(directory.resolve("here.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Environments.in(
                        directory, Map.of("SECRET", "owner-secret", "KEY", KEY, "BEARER", BEARER, "PASSWORD", PASSWORD))
                .named("here");
    }

    /** A service that gives away in its answer what it was sent. */
    private HttpServer echoing(HttpServer server) {
        server.createContext("/", this::echo);
        server.start();
        return server;
    }

    private void echo(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders().values().toString();
            received.add(headers);
            var key = String.valueOf(exchange.getRequestHeaders().getFirst("X-Gateway-Key"));
            var body = "{\"stat\":\"ok\",\"got\":\"" + key.replace("\"", "\\\"") + " " + encoded(key) + " "
                    + base64(key) + " " + BEARER + "\"}";
            exchange.getResponseHeaders().set("X-Echo", headers);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String[] forms() {
        return Stream.of(KEY, BEARER)
                .flatMap(secret -> Stream.of(secret, encoded(secret), base64(secret)))
                .toArray(String[]::new);
    }

    /** A key with its certificate, beside it as PEM. */
    private KeyStore store(String name) throws Exception {
        var file = directory.resolve(name + ".p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var certificate = pem("CERTIFICATE", store.getCertificate(name).getEncoded());
        Files.writeString(
                directory.resolve(name + ".pem"),
                name.equals("server")
                        ? certificate
                        : pem(
                                        "PRIVATE KEY",
                                        store.getKey(name, PASSWORD.toCharArray())
                                                .getEncoded())
                                + certificate);
        return store;
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }

    /** A service that asks for the certificate of its client. */
    private HttpsServer asking(KeyStore server, KeyStore client) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(server, PASSWORD.toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("client", client.getCertificate("client"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        var asking = HttpsServer.create(here(), 0);
        asking.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters asked = context.getDefaultSSLParameters();
                asked.setNeedClientAuth(true);
                parameters.setSSLParameters(asked);
            }
        });
        echoing(asking);
        return asking;
    }

    private static InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
