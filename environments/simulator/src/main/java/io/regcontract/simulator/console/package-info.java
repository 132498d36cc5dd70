/**
 * The console: a page in a browser that arms drills and shows what the applications of this simulator have and did. The
 * page does nothing by itself that the control plane does not do; this package delivers it, and names the errors.
 */
@NullMarked
package io.regcontract.simulator.console;

import org.jspecify.annotations.NullMarked;
