package io.regcontract.simulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The certificates that are made at the start are what clients ask of them. */
class ServerIdentityTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void makesAServerThatItsAuthorityVouchesFor() throws Exception {
        var made = ServerIdentity.make(new CertificateNames().add("sim.test").add("192.168.1.7"), NOW);
        validate(made, NOW);
        validate(made, NOW.plus(Duration.ofDays(389)));
        assertThat(CertificateText.names(made.server()))
                .containsExactlyInAnyOrder("localhost", "sim.test", "127.0.0.1", "0:0:0:0:0:0:0:1", "192.168.1.7");
        assertThat(made.server().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(made.server().getBasicConstraints()).isEqualTo(-1);
        assertThat(made.authority().getBasicConstraints()).isZero();
        assertThat(made.authority().getKeyUsage())
                .containsExactly(false, false, false, false, false, true, false, false, false);
        assertThat(made.server().getSerialNumber())
                .isPositive()
                .isNotEqualTo(made.authority().getSerialNumber());
    }

    /** Makers of phones refuse certificates that last longer than 398 days. */
    @Test
    void lastsNoLongerThanClientsTake() {
        var made = ServerIdentity.make(new CertificateNames(), NOW);
        for (var certificate : List.of(made.server(), made.authority())) {
            assertThat(certificate.getNotBefore()).isEqualTo(Date.from(NOW.minus(Duration.ofDays(1))));
            assertThat(certificate.getNotAfter()).isBefore(Date.from(NOW.plus(Duration.ofDays(397))));
        }
    }

    @Test
    void writesDatesBeyondTheTwoDigitsOfAYear() throws Exception {
        var late = Instant.parse("2049-12-31T00:00:00Z");
        var made = ServerIdentity.make(new CertificateNames(), late);
        assertThat(made.server().getNotAfter()).isEqualTo(Date.from(late.plus(Duration.ofDays(390))));
        validate(made, late);
    }

    @Test
    void isVouchedForByItsOwnAuthorityAlone() {
        var made = ServerIdentity.make(new CertificateNames(), NOW);
        var other = ServerIdentity.make(new CertificateNames(), NOW);
        assertThatThrownBy(() -> validate(new ServerIdentity(other.authority(), made.server(), made.context()), NOW))
                .isInstanceOf(CertPathValidatorException.class);
        assertThat(made.server().getPublicKey()).isNotEqualTo(other.server().getPublicKey());
    }

    @Test
    void holdsMoreNamesThanFitIntoAShortLength() throws Exception {
        var names = new CertificateNames();
        for (int i = 0; i < 300; i++) {
            names.add("host-" + i + ".example.com");
        }
        var made = ServerIdentity.make(names, NOW);
        assertThat(CertificateText.names(made.server())).hasSize(303);
        validate(made, NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "my-host", "a.b.c", "*.example.com", "10.0.0.1", "fe80::1", "xn--bcher-kva.example"
            })
    void takesNamesAndAddresses(String name) {
        new CertificateNames().add(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "a..b", "-a", "bücher.example", "1.2.3", "1.2.3.256", "::g", "a:b", "*", "a\nb"})
    void refusesWhatIsNeither(String name) {
        assertThatThrownBy(() -> new CertificateNames().add(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a host name or address for a certificate: \"" + name + "\"");
    }

    @Test
    void writesWhatOtherProgramsRead(@TempDir Path directory) throws Exception {
        var made = ServerIdentity.make(new CertificateNames(), NOW);
        var file = directory.resolve("a.pem");
        PemFile.write(file, made.server());
        PemFile.write(file, made.authority());
        var read = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
        assertThat(read).singleElement().isEqualTo(made.authority());
        assertThat(Files.readAllLines(file)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(64));
        assertThat(CertificateText.fingerprint(made.authority())).matches("(?:[0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void writesOverNothingButCertificates(@TempDir Path directory) throws Exception {
        var authority = ServerIdentity.make(new CertificateNames(), NOW).authority();
        var letter = Files.writeString(directory.resolve("letter"), "Dear all");
        assertThatThrownBy(() -> PemFile.write(letter, authority))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the file " + letter
                        + " is there and is no certificate, so it is not written over; name another one");
        assertThat(letter).hasContent("Dear all");
        assertThatThrownBy(() -> PemFile.write(directory, authority)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PemFile.write(directory.resolve("no/such"), authority))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the certificate cannot be written to ");
    }

    private static void validate(ServerIdentity made, Instant when) throws Exception {
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(made.server()));
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(made.authority(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(when));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
        X509Certificate authority = made.authority();
        authority.verify(authority.getPublicKey());
    }
}
