package io.regcontract.simulator.cli;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.http.MachineAddresses;
import io.regcontract.simulator.tls.CertificateText;
import io.regcontract.simulator.tls.PemFile;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Whether the simulator speaks TLS, and with which certificate. */
final class TlsOptions {

    private static final String PASSWORD = "--tls-keystore-password";

    @Option(
            names = "--tls-keystore",
            paramLabel = "FILE",
            description = "Speaks TLS with the key and certificate of this key store, PKCS12 or JKS.")
    private Optional<Path> keyStore = Optional.empty();

    @Option(
            names = PASSWORD,
            paramLabel = "REFERENCE",
            description = "Password of the key store and its key: env:NAME or file:PATH.")
    private Optional<String> password = Optional.empty();

    @Option(
            names = "--tls-self-signed",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "regcontract-simulator.pem",
            description = "Speaks TLS with a certificate that is made at the start, and writes what clients have to"
                    + " trust to FILE (${FALLBACK-VALUE} when left out).")
    private Optional<Path> selfSigned = Optional.empty();

    @Option(
            names = "--tls-name",
            paramLabel = "NAME",
            description = "Another host name or address that the self-made certificate is for; may be given again.")
    private List<String> names = new ArrayList<>();

    /** @throws IllegalArgumentException when the options contradict each other, or the key store cannot be used */
    void applyTo(RegistrationSimulator.Builder builder, SecretReference secrets) {
        refuseContradictions();
        keyStore.ifPresent(file -> builder.tlsKeyStore(file, secrets.read(PASSWORD, password.orElse(""))));
        if (selfSigned.isPresent()) {
            builder.tlsSelfSigned(names.toArray(String[]::new));
        }
    }

    /**
     * Writes what clients have to trust, when the certificate is self-made.
     *
     * @throws IllegalArgumentException when it cannot be written
     */
    void writeAuthority(RegistrationSimulator simulator) {
        simulator.certificateAuthority().ifPresent(authority -> PemFile.write(file(), authority));
    }

    /** Lines about the self-made certificate: none when there is none. */
    List<String> lines(RegistrationSimulator simulator) {
        var lines = new ArrayList<String>();
        simulator.certificate().ifPresent(shown -> {
            lines.add("certificate: for " + names(shown));
            lines.add("  SHA-256 " + CertificateText.fingerprint(shown));
        });
        simulator.certificateAuthority().ifPresent(trusted -> {
            lines.add("its authority, which clients have to trust: " + file());
            lines.add("  SHA-256 " + CertificateText.fingerprint(trusted));
        });
        return lines;
    }

    private static String names(X509Certificate certificate) {
        return CertificateText.names(certificate).stream()
                .map(MachineAddresses::shortened)
                .collect(Collectors.joining(", "));
    }

    private Path file() {
        return selfSigned.orElseThrow();
    }

    private void refuseContradictions() {
        if (keyStore.isPresent() && selfSigned.isPresent()) {
            throw new IllegalArgumentException(
                    "--tls-keystore and --tls-self-signed each give a certificate; leave one of them out");
        }
        if (keyStore.isPresent() && password.isEmpty()) {
            throw new IllegalArgumentException(
                    "--tls-keystore needs " + PASSWORD + " with a reference to its password, env:NAME or file:PATH");
        }
        if (keyStore.isEmpty() && password.isPresent()) {
            throw new IllegalArgumentException(PASSWORD + " is for --tls-keystore; give both, or leave it out");
        }
        if (selfSigned.isEmpty() && !names.isEmpty()) {
            throw new IllegalArgumentException("--tls-name is for --tls-self-signed; give both, or leave it out");
        }
    }
}
