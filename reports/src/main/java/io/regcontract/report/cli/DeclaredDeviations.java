package io.regcontract.report.cli;

import io.regcontract.contract.yaml.YamlException;
import io.regcontract.report.policy.DeviationReader;
import io.regcontract.report.policy.Policy;
import io.regcontract.report.record.RunRecord;
import java.nio.file.Path;
import java.time.LocalDate;

/** The deviations that the profile of a replacement declares, beside the waivers of the policy. */
final class DeclaredDeviations {

    private DeclaredDeviations() {}

    /**
     * The policy by which a run is judged: for a replacement with what its profile declares.
     *
     * @param profiles directory of the profiles
     * @param asOf the day on which they are looked at
     * @throws YamlException when the profile cannot be read
     */
    static Policy beside(Policy policy, RunRecord run, Path profiles, LocalDate asOf) {
        return run.header()
                .map(header -> header.environment())
                .filter(here -> here.replacement() && run.refusals().isEmpty())
                .flatMap(here -> new ProfileClaims(profiles)
                        .file(here.name())
                        .map(file -> policy.with(DeviationReader.read(file, here.policyName(), asOf))))
                .orElse(policy);
    }
}
