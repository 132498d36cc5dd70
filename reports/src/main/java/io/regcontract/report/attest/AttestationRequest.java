package io.regcontract.report.attest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to have attested.
 *
 * @param file where the attestation is to be written
 * @param subjects the release that is judged; at least one
 * @param key signs it; an unsigned statement is written without one
 * @param url where the run is found, if that is known
 * @param gate the program that judges, as far as it is known
 */
public record AttestationRequest(
        Path file,
        List<Subject> subjects,
        Optional<SigningKey> key,
        Optional<String> url,
        Optional<ResourceDescriptor> gate) {

    public AttestationRequest {
        subjects = List.copyOf(subjects);
    }
}
