/**
 * Turns a record into verdicts and a decision: one verdict for each requirement and code, the rules of the gate, the
 * exit code. Pure: no file, no clock, no console. May use {@code io.regcontract.report.record} and
 * {@code io.regcontract.contract}.
 */
@NullMarked
package io.regcontract.report.judge;

import org.jspecify.annotations.NullMarked;
