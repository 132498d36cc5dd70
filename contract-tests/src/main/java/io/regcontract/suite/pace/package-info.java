/**
 * What goes along with each call to an environment that others share: it keeps the pace and the budget, and holds back
 * what may not be sent there. Uses exchanges and what profiles say; knows nothing of scenarios.
 */
@NullMarked
package io.regcontract.suite.pace;

import org.jspecify.annotations.NullMarked;
