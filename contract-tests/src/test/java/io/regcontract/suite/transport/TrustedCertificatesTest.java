package io.regcontract.suite.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange.Role;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.trial.UntrustedHttpsService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose certificates are trusted, through real sockets. */
final class TrustedCertificatesTest {

    @TempDir
    private Path directory;

    @Test
    void aCertificateThatTheProfileNamesIsTrusted() {
        try (var service = UntrustedHttpsService.start(directory, "ip:127.0.0.1")) {
            assertThat(send(service, TrustedCertificates.in(service.certificate()))
                            .answer()
                            .isSuccess())
                    .isTrue();
        }
    }

    @Test
    void aCertificateThatNobodyKnowsIsNot() {
        try (var service = UntrustedHttpsService.start(directory, "ip:127.0.0.1")) {
            assertThatThrownBy(() -> send(service, TrustedCertificates.byDefault()))
                    .isInstanceOf(TransportException.class)
                    .hasMessageStartingWith("TLS failed: ");
        }
    }

    @Test
    void aCertificateThatBearsAnotherNameIsNot() {
        try (var service = UntrustedHttpsService.start(directory, "dns:other.example.org")) {
            assertThatThrownBy(() -> send(service, TrustedCertificates.in(service.certificate())))
                    .isInstanceOf(TransportException.class)
                    .hasMessageStartingWith("TLS failed: ");
        }
    }

    @Test
    void whatIsNoCertificateIsSaidWithItsFile() throws IOException {
        var file = Files.writeString(directory.resolve("authority.pem"), "no certificate");

        assertThatThrownBy(() -> TrustedCertificates.in(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + " cannot be used as certificates to trust (")
                .hasMessageEndingWith("). Put one or more X.509 certificates in PEM form into it.");
    }

    private static TimedAnswer send(UntrustedHttpsService service, SSLContext trust) {
        return new ServiceClient(
                        service.address(), new Redactor(), Clock.systemUTC(), Duration.ofSeconds(10), 1, () -> trust)
                .send(Call.to("/entity", new Credential.None()), Role.DRIVE, exchange -> {});
    }
}
