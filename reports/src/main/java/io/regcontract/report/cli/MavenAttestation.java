package io.regcontract.report.cli;

import io.regcontract.contract.text.SafeText;
import io.regcontract.report.attest.AttestationException;
import io.regcontract.report.attest.AttestationFile;
import io.regcontract.report.attest.AttestationRequest;
import io.regcontract.report.attest.RunAddress;
import io.regcontract.report.attest.SigningKey;
import io.regcontract.report.attest.Subject;
import io.regcontract.report.record.RunRefusal;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * What a build is told to attest. The file is always one beside the verdict, where every build begins by taking away
 * what the last one has left: no attestation outlives the beginning of a build that fails.
 */
final class MavenAttestation {

    /** A name for the file. Empty for none; {@code true} where the property has no value. */
    @Option(names = "--attest")
    private String attest = "";

    /** One or more, with commas. */
    @Option(names = "--subject")
    private String subject = "";

    /** From the root of the project. */
    @Option(names = "--sign")
    private String sign = "";

    @Option(names = "--gate-version")
    private String version = "";

    private Optional<RunRefusal> refusal = Optional.empty();

    /** What is asked for, if anything is. What is wrong with it is told by {@link #refusal()}. */
    Optional<AttestationRequest> requested(ProjectPaths paths) {
        if (attest.isBlank()) {
            refusal = subject.isBlank() && sign.isBlank()
                    ? Optional.empty()
                    : refused("-Dsubject and -Dsign belong to an attestation.", "Ask for it with -Dattest.");
            return Optional.empty();
        }
        var name = attest.equals("true") ? AttestationFile.NAME : attest;
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.json") || ReportFiles.writes(name)) {
            refusal = refused(
                    "-Dattest=" + SafeText.text(attest) + " is no name for an attestation.",
                    "In a build it is written beside verdict.json: give it a name of letters and digits that ends in"
                            + " .json and that no report has, or none.");
            return Optional.empty();
        }
        if (subject.isBlank()) {
            refusal = refused("-Dattest needs the release that is judged.", "Name it with -Dsubject=NAME@sha256:HEX.");
            return Optional.empty();
        }
        try {
            return Optional.of(new AttestationRequest(
                    paths.out().resolve(name),
                    Subject.named(List.of(subject.split(",", -1))),
                    Optional.of(sign)
                            .filter(path -> !path.isBlank())
                            .map(paths::below)
                            .map(SigningKey::read),
                    RunAddress.in(System.getenv()),
                    GateProgram.ofTheBuild(version)));
        } catch (AttestationException wrong) {
            refusal = refused(wrong.problem(), wrong.remedy());
            return Optional.empty();
        }
    }

    /** Why nothing is judged, once {@link #requested} has been asked. */
    Optional<RunRefusal> refusal() {
        return refusal;
    }

    private static Optional<RunRefusal> refused(String problem, String remedy) {
        return Optional.of(new RunRefusal(true, problem, remedy));
    }
}
