package io.regcontract.report.cli;

import io.regcontract.report.attest.AttestationRequest;
import io.regcontract.report.record.RecordCriteria;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be judged, by what, and where it is to be written.
 *
 * @param records directory with a directory for each run
 * @param run id of the run, or {@code latest}
 * @param out directory that gets the verdict and the reports
 * @param policy directory with {@code gate.yaml}, {@code waivers/} and {@code baselines/}
 * @param baseline file to compare the run with; otherwise the one of the environment in the policy's
 *     {@code baselines/}, if any
 * @param history directory with how earlier runs came out, by environment; this run is added
 * @param profiles directory with the profiles of environments, which say what a record may excuse and accept
 * @param demands what a record has to be to count
 * @param asOf the day on which waivers and rollouts are looked at
 * @param build the run of the last build, where somebody named another one by hand; may be none, which is empty text
 * @param attestation what is to be attested of the decision, if anything is
 */
record GateOptions(
        Path records,
        String run,
        Path out,
        Path policy,
        Optional<Path> baseline,
        Path history,
        Path profiles,
        RecordCriteria demands,
        LocalDate asOf,
        Optional<String> build,
        Optional<AttestationRequest> attestation) {}
