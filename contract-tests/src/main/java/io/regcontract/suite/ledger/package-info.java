/**
 * What a run makes in an environment that outlives it: recognised before the call leaves, written down before it is made,
 * removed at the end, and by the janitor when the run was killed. Uses exchanges, the pace and what profiles say; knows
 * nothing of scenarios.
 */
@NullMarked
package io.regcontract.suite.ledger;

import org.jspecify.annotations.NullMarked;
