package io.regcontract.suite.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Someone who calls a stand-in from outside, as its owner, with the JDK's client. */
final class StandInClient {

    private final HttpClient http;
    private final URI address;
    private final String credentials;

    private StandInClient(HttpClient http, StandInTenant tenant) {
        this.http = http;
        this.address = tenant.address();
        this.credentials = Base64.getEncoder()
                .encodeToString(
                        (tenant.ownerClientId() + ":" + tenant.ownerClientSecret()).getBytes(StandardCharsets.UTF_8));
    }

    /** Trusts the authority of the stand-in. */
    static StandInClient of(StandInTenant tenant) {
        return new StandInClient(
                HttpClient.newBuilder().sslContext(trust(tenant.certificate())).build(), tenant);
    }

    /** A call of the owner. */
    HttpResponse<String> call(String path, String... parameters) throws IOException {
        return send(request(path, parameters).header("Authorization", "Basic " + credentials));
    }

    /** A call without credentials but those among its parameters. */
    HttpResponse<String> anyone(String path, String... parameters) throws IOException {
        return send(request(path, parameters));
    }

    private HttpRequest.Builder request(String path, String... parameters) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(encoded(parameters[i]) + "=" + encoded(parameters[i + 1]));
        }
        return HttpRequest.newBuilder(address.resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static SSLContext trust(Path certificate) {
        try (var stream = Files.newInputStream(certificate)) {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(stream));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
