/**
 * What people demand of a run: the policy of the gate by kind of environment, and the deviations they tolerate for a
 * while. Plain data, and the reader that refuses what is not meant literally. May use {@code yaml} and
 * {@code io.regcontract.contract}; knows nothing of runs.
 */
@NullMarked
package io.regcontract.report.policy;

import org.jspecify.annotations.NullMarked;
