package io.regcontract.suite.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.suite.exchange.Exchange.Role;
import io.regcontract.suite.trial.Https;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose certificates are trusted, through real sockets. */
final class TrustTest {

    @TempDir
    private Path directory;

    @Test
    void aCertificateThatTheProfileNamesIsTrusted() {
        try (var service = Https.start(directory, "ip:127.0.0.1")) {
            assertThat(send(service, Trust.in(service.certificate())).answer().isSuccess())
                    .isTrue();
        }
    }

    @Test
    void aCertificateThatNobodyKnowsIsNot() {
        try (var service = Https.start(directory, "ip:127.0.0.1")) {
            assertThatThrownBy(() -> send(service, Trust.byDefault()))
                    .isInstanceOf(TransportFailure.class)
                    .hasMessageStartingWith("TLS failed: ");
        }
    }

    @Test
    void aCertificateThatBearsAnotherNameIsNot() {
        try (var service = Https.start(directory, "dns:other.example.org")) {
            assertThatThrownBy(() -> send(service, Trust.in(service.certificate())))
                    .isInstanceOf(TransportFailure.class)
                    .hasMessageStartingWith("TLS failed: ");
        }
    }

    @Test
    void whatIsNoCertificateIsSaidWithItsFile() throws IOException {
        var file = Files.writeString(directory.resolve("authority.pem"), "no certificate");

        assertThatThrownBy(() -> Trust.in(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + " cannot be used as certificates to trust (")
                .hasMessageEndingWith("). Put one or more X.509 certificates in PEM form into it.");
    }

    private static Answered send(Https service, SSLContext trust) {
        return new Http(service.address(), new Redactor(), Clock.systemUTC(), Duration.ofSeconds(10), 1, () -> trust)
                .send(Call.to("/entity", new Credential.None()), Role.DRIVE, exchange -> {});
    }
}
