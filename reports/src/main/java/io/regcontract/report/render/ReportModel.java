package io.regcontract.report.render;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Erratum;
import io.regcontract.contract.model.Reading;
import io.regcontract.report.history.RunComparison;
import io.regcontract.report.history.RunSummary;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.policy.Waiver;
import io.regcontract.report.record.ExchangeReader;
import io.regcontract.report.record.RunRecord;
import java.util.List;
import java.util.Optional;

/**
 * What all reports tell, in memory once: the same model always makes the same bytes.
 *
 * @param evidence the exchanges, read when they are wanted
 * @param changes what differs from the baseline, when there is one
 * @param earlier how earlier runs in this environment came out, oldest first
 */
public record ReportModel(
        Contract contract,
        RunRecord run,
        Decision decision,
        ExchangeReader evidence,
        Optional<RunComparison> changes,
        List<RunSummary> earlier) {

    public ReportModel {
        earlier = List.copyOf(earlier);
    }

    /** What an erratum, a reading or a waiver is about, by its id; empty where there is none of that id. */
    public String titleOf(String id) {
        return contract.erratum(id)
                .map(Erratum::title)
                .or(() -> contract.reading(id).map(Reading::between))
                .or(() -> decision.terms().policy().waivers().stream()
                        .filter(waiver -> waiver.id().equals(id))
                        .map(Waiver::reason)
                        .findFirst())
                .orElse("");
    }
}
