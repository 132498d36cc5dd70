package io.regcontract.pair.judge;

import io.regcontract.report.judge.GateOutcome;

/**
 * Something that keeps a pair from passing, or is worth a look.
 *
 * @param leadsTo what the decision would be if this were all; {@code PASS} for what is only to be known
 * @param sentence for a person
 */
public record PairFinding(GateOutcome leadsTo, String sentence) {}
