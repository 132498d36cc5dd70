package io.regcontract.report.attest;

import io.regcontract.report.file.AtomicFile;
import io.regcontract.report.judge.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A decision of the gate about a release, as others can check it. */
public final class Attestation {

    private final AttestationRequest request;
    private final Statement statement;

    private Attestation(AttestationRequest request, Statement statement) {
        this.request = request;
        this.statement = statement;
    }

    /**
     * The attestation of a decision; none where nothing was decided about the contract.
     *
     * @param configuration what was judged, and by what
     */
    public static Optional<Attestation> of(
            AttestationRequest request, Decision decision, List<ResourceDescriptor> configuration) {
        var results = RequirementResults.of(decision);
        int listed = results.passed().size()
                + results.warned().size()
                + results.failed().size();
        return TestResult.of(decision, results)
                .map(result -> new Attestation(
                        request,
                        new Statement(
                                request.subjects(),
                                result,
                                configuration,
                                request.url(),
                                results,
                                Judging.of(decision, decision.judgements().size() - listed))));
    }

    /** Where it is to be written. */
    public Path file() {
        return request.file();
    }

    /** The statement, in which secrets can be looked for: an envelope hides it in base64. */
    public String statement() {
        return statement.text();
    }

    /**
     * Writes it, whole or not at all: the statement, or an envelope where there is a key.
     *
     * @return what was written, for the console
     * @throws AttestationException when it cannot be written
     */
    public String write() {
        try {
            AtomicFile.write(file(), text());
        } catch (IOException failed) {
            throw new AttestationException(
                    "The attestation cannot be written to " + file() + ".", "Name a file that can be, with --attest.");
        }
        return "Attested: " + statement.result() + " of " + named(request)
                + request.key().map(key -> ", signed with " + key.kind()).orElse(", unsigned")
                + ", in " + file()
                + statement
                        .judging()
                        .filter(Judging::ofTraffic)
                        .map(any -> ". It was recorded traffic, which says nothing of what is not among it.")
                        .orElse("")
                + statement
                        .judging()
                        .filter(Judging::inSimulator)
                        .map(any -> ". The run was in a simulator, which says nothing about a service.")
                        .orElse("");
    }

    /** What is said where there is nothing to attest. */
    public static String nothing(AttestationRequest request) {
        return "Not attested: nothing was decided about " + named(request) + ", and " + request.file()
                + " was not written.";
    }

    private static String named(AttestationRequest request) {
        return request.subjects().stream().map(Subject::toString).collect(Collectors.joining(", "));
    }

    private String text() {
        var text = statement.text();
        return request.key()
                .map(key -> Envelope.signed(Envelope.IN_TOTO, text.getBytes(StandardCharsets.UTF_8), key)
                        .text())
                .orElse(text);
    }
}
