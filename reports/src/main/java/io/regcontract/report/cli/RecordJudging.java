package io.regcontract.report.cli;

import io.regcontract.contract.Contract;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.Gate;
import io.regcontract.report.judge.GateCriteria;
import io.regcontract.report.policy.PolicyReader;
import io.regcontract.report.record.RecordCriteria;
import io.regcontract.report.record.RecordReader;
import io.regcontract.report.record.RunRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The gate's decision about a record, for who goes on from it. Writes nothing, and compares with no baseline.
 *
 * @param run what is left of the run
 * @param decision what the gate says of it
 */
public record RecordJudging(RunRecord run, Decision decision) {

    /**
     * Reads and decides. Whatever is wrong with the record is part of the decision.
     *
     * @param records directory with a directory for each run
     * @param runId of the run
     * @param policy directory with {@code gate.yaml} and {@code waivers/}
     * @param profiles directory of the profiles, which say what a record may excuse
     * @param demands what a record has to be
     * @param asOf the day by which waivers are judged
     * @throws io.regcontract.contract.yaml.YamlException when the policy cannot be read
     */
    public static RecordJudging of(
            Path records, String runId, Path policy, Path profiles, RecordCriteria demands, LocalDate asOf) {
        var contract = Contract.load();
        var asked = PolicyReader.read(policy);
        var read = new RecordReader(records, contract, demands).read(runId);
        var run = read.with(new ProfileClaims(profiles).flaws(read));
        var criteria = new GateCriteria(DeclaredDeviations.beside(asked, run, profiles, asOf), asOf, Optional.empty());
        return new RecordJudging(run, new Gate(contract, criteria).decide(run));
    }
}
