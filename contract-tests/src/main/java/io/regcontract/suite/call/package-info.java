/**
 * A request to the service as a scenario describes it: operation, parameters and credential. Plain values; uses nothing of
 * the suite.
 */
@NullMarked
package io.regcontract.suite.call;

import org.jspecify.annotations.NullMarked;
