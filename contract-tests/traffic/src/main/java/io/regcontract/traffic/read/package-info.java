/**
 * Reads recorded traffic from files: HAR, lines of JSON, and run records of the suite. A file is cut into pieces, one for
 * each exchange or line, of which few are in memory at a time; what is wrong with one is no matter of the others. Knows
 * no check.
 */
@NullMarked
package io.regcontract.traffic.read;

import org.jspecify.annotations.NullMarked;
