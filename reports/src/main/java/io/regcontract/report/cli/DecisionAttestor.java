package io.regcontract.report.cli;

import io.regcontract.report.attest.Attestation;
import io.regcontract.report.attest.AttestationException;
import io.regcontract.report.attest.AttestationRequest;
import io.regcontract.report.attest.JudgedFiles;
import io.regcontract.report.attest.ResourceDescriptor;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.Leak;
import io.regcontract.report.record.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Attests one decision, with the files it went by, where somebody asked for that. */
final class DecisionAttestor {

    private final GateOptions options;
    private final RunRecord run;
    private final Optional<Path> baseline;

    /** @param baseline the file that the run was compared with, if any */
    DecisionAttestor(GateOptions options, RunRecord run, Optional<Path> baseline) {
        this.options = options;
        this.run = run;
        this.baseline = baseline;
    }

    /**
     * The attestation, if one is asked for and the decision is one about the contract.
     *
     * @throws AttestationException when a file that the decision went by cannot be read any more
     */
    Optional<Attestation> attestation(Decision decision) {
        return decision.judged().isEmpty()
                ? Optional.empty()
                : options.attestation().flatMap(asked -> Attestation.of(asked, decision, configuration(asked)));
    }

    /**
     * Writes it, and says on one line what was written or why nothing was.
     *
     * @param leaks what was found in files; an attestation that would hold a secret is not written
     */
    Optional<String> write(Decision decision, List<Leak> leaks) {
        return options.attestation().map(asked -> attestation(decision)
                .filter(made -> leaks.stream()
                        .noneMatch(leak -> leak.file().equals(asked.file().toString())))
                .map(Attestation::write)
                .orElseGet(() -> Attestation.nothing(asked)));
    }

    private List<ResourceDescriptor> configuration(AttestationRequest asked) {
        var all = new ArrayList<ResourceDescriptor>();
        try {
            var header = run.header().orElseThrow();
            all.addAll(JudgedFiles.record(options.records().resolve(run.runId())));
            var profile = new ProfileClaims(options.profiles())
                    .file(header.environment().name());
            if (profile.isPresent()) {
                all.addAll(JudgedFiles.profile(profile.get()));
            }
            all.addAll(JudgedFiles.policy(options.policy()));
            if (baseline.isPresent()) {
                all.addAll(JudgedFiles.baseline(baseline.get()));
            }
            all.add(JudgedFiles.contract(header.contract()));
            all.add(JudgedFiles.suite(header.tool()));
        } catch (IOException gone) {
            throw new UsageException("What the run was judged by cannot be read any more (" + gone.getMessage()
                    + "), so nothing is attested: judge the run again.");
        }
        asked.gate().ifPresent(all::add);
        return all;
    }
}
