package io.regcontract.report.history;

import io.regcontract.report.judge.Counts;

/**
 * How a run came out, in numbers.
 *
 * @param startedAt when it began, UTC
 * @param outcome the word for the decision
 */
public record Passed(String runId, String startedAt, String outcome, Counts codes, Counts requirements) {}
