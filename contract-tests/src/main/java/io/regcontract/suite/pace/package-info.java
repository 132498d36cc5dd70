/**
 * Interceptors of each call to an environment that others share: they keep the pace and the budget, and block calls
 * that may not be sent there. Uses {@code suite.transport} and profiles; knows nothing of scenarios.
 */
@NullMarked
package io.regcontract.suite.pace;

import org.jspecify.annotations.NullMarked;
