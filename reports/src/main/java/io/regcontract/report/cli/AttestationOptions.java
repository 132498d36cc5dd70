package io.regcontract.report.cli;

import io.regcontract.report.attest.AttestationException;
import io.regcontract.report.attest.AttestationFile;
import io.regcontract.report.attest.AttestationRequest;
import io.regcontract.report.attest.RunAddress;
import io.regcontract.report.attest.SigningKey;
import io.regcontract.report.attest.Subject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code gate} that have the verdict attested. The order is that of the help. */
final class AttestationOptions {

    @Option(
            names = "--attest",
            order = -8,
            paramLabel = "FILE",
            description = "Gets the verdict as an in-toto statement (test-result v0.1) about the release that --subject"
                    + " names. Nothing is written where nothing was decided (exit 2, 3, 4).")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--subject",
            order = -7,
            paramLabel = "NAME@DIGEST",
            description = "The release that is judged, such as registry.example/app@sha256:HEX. May be repeated.")
    private List<String> subjects = new ArrayList<>();

    @Option(
            names = "--sign",
            order = -6,
            paramLabel = "KEYFILE",
            description = "Signs the attestation, as a DSSE envelope: a private key in PKCS#8 PEM, ECDSA P-256 or"
                    + " Ed25519, not encrypted.")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--url",
            order = -5,
            paramLabel = "URL",
            description = "Where the run is found, for the attestation. Default: the page of the job, as the variables"
                    + " of the CI tell it.")
    private Optional<String> url = Optional.empty();

    /**
     * What is asked for, if anything is. Takes an earlier attestation away first, whatever is wrong with the rest.
     *
     * @param out the directory of the reports
     * @throws UsageException when an option is there without the others that it needs
     * @throws AttestationException when a value is wrong
     */
    Optional<AttestationRequest> requested(Path out) {
        if (file.isEmpty()) {
            needsAttest("--subject", !subjects.isEmpty());
            needsAttest("--sign", key.isPresent());
            needsAttest("--url", url.isPresent());
            return Optional.empty();
        }
        demandValue("--attest", file.get().toString());
        if (ReportFiles.writes(String.valueOf(file.get().getFileName()))
                && out.toAbsolutePath()
                        .normalize()
                        .equals(file.get().toAbsolutePath().normalize().getParent())) {
            throw new UsageException("--attest " + file.get()
                    + " is a file that the gate writes itself: name another one. Nothing was judged.");
        }
        AttestationFile.forget(file.get());
        key.ifPresent(path -> demandValue("--sign", path.toString()));
        if (subjects.isEmpty()) {
            throw new UsageException(
                    "--attest needs the release that is judged: name it with --subject NAME@sha256:HEX."
                            + " Nothing was judged.");
        }
        return Optional.of(new AttestationRequest(
                file.get(),
                Subject.named(subjects),
                key.map(SigningKey::read),
                url.map(RunAddress::named).or(() -> RunAddress.in(System.getenv())),
                GateProgram.ofTheJar()));
    }

    /**
     * Takes away the attestation that a call names which cannot be understood: it must not stand for the judging that
     * does not take place.
     */
    static void forgetNamedIn(List<String> arguments) {
        for (int at = 0; at < arguments.size(); at++) {
            var argument = arguments.get(at);
            var named = argument.startsWith("--attest=")
                    ? argument.substring("--attest=".length())
                    : argument.equals("--attest") && at + 1 < arguments.size() ? arguments.get(at + 1) : "";
            try {
                if (!named.isBlank()) {
                    AttestationFile.forget(Path.of(named));
                }
            } catch (AttestationException | InvalidPathException otherFile) {
                // What is wrong with the call is said already, and another file is left alone.
            }
        }
    }

    private static void needsAttest(String option, boolean given) {
        if (given) {
            throw new UsageException(
                    option + " belongs to an attestation: name its file with --attest FILE. Nothing was judged.");
        }
    }

    private static void demandValue(String option, String value) {
        if (value.isBlank()) {
            throw new UsageException(
                    option + " has no value: name what is meant, or leave it out. Nothing was judged.");
        }
    }
}
