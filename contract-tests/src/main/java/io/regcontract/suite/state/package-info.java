/**
 * The state of an environment that a scenario can change or wait for: clock, maintenance, quota, storage, flows.
 * Changed through the control plane where there is one; elsewhere scenarios wait and use up the rate limit. Uses the
 * transport, knows no scenario.
 */
@NullMarked
package io.regcontract.suite.state;

import org.jspecify.annotations.NullMarked;
