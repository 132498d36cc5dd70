package io.regcontract.report.history;

import io.regcontract.report.judge.VerdictCounts;

/**
 * How a run came out, in numbers.
 *
 * @param startedAt when it began, UTC
 * @param outcome the word for the decision
 */
public record RunSummary(
        String runId, String startedAt, String outcome, VerdictCounts codes, VerdictCounts requirements) {}
