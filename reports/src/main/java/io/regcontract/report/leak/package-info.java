/**
 * Looks for secrets in what a run has left behind. Knows values only to search for them: none is ever kept, printed or
 * thrown. May use {@code judge} to say what was found.
 */
@NullMarked
package io.regcontract.report.leak;

import org.jspecify.annotations.NullMarked;
