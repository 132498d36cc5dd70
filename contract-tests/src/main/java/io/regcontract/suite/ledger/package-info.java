/**
 * The resources that a run creates in an environment that outlives it: detected and recorded before the call is sent,
 * removed at the end of the run, or by the janitor if the run was killed. Uses calls, transport, the pace and profiles;
 * knows nothing of scenarios.
 */
@NullMarked
package io.regcontract.suite.ledger;

import org.jspecify.annotations.NullMarked;
