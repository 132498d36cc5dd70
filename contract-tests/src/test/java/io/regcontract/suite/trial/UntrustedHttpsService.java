package io.regcontract.suite.trial;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A service that says "ok" to everybody by https, with a certificate that nobody knows. */
public final class UntrustedHttpsService implements AutoCloseable {

    private static final String PASSWORD = "only-for-this-test";

    /** By the name they bear: a process of its own makes them, and one is enough for all tests. */
    private static final Map<String, byte[]> KEYS = new ConcurrentHashMap<>();

    private final HttpsServer server;
    private final Path certificate;
    private final AtomicInteger calls;

    private UntrustedHttpsService(HttpsServer server, Path certificate, AtomicInteger calls) {
        this.server = server;
        this.certificate = certificate;
        this.calls = calls;
    }

    /**
     * Starts it.
     *
     * @param name that its certificate bears, as {@code ip:127.0.0.1}
     */
    public static UntrustedHttpsService start(Path directory, String name) {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(
                    new ByteArrayInputStream(KEYS.computeIfAbsent(name, UntrustedHttpsService::keys)),
                    PASSWORD.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            var calls = new AtomicInteger();
            server.createContext("/", exchange -> {
                calls.incrementAndGet();
                exchange.getRequestBody().readAllBytes();
                var body = ("{\"stat\":\"ok\",\"result\":\"" + SandboxProject.PERMISSION + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            var pem = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(keys.getCertificate("service").getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
            return new UntrustedHttpsService(server, Files.writeString(directory.resolve("service.pem"), pem), calls);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A store with a new pair of keys and a certificate of this name. */
    private static byte[] keys(String name) {
        try {
            var store = Files.createTempDirectory("keys").resolve("keys.p12");
            var made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-alias",
                            "service",
                            "-dname",
                            "CN=service",
                            "-ext",
                            "san=" + name,
                            "-keystore",
                            store.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .start();
            var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (made.waitFor() != 0) {
                throw new AssertionError(said);
            }
            var keys = Files.readAllBytes(store);
            Files.delete(store);
            Files.delete(store.getParent());
            return keys;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Its certificate, in PEM form. */
    public Path certificate() {
        return certificate;
    }

    /** Calls that got through to it. */
    public int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
