/**
 * What earlier runs left behind: the baseline that a run is compared with, and the counts that make a trend. May use
 * {@code judge}; decides nothing.
 */
@NullMarked
package io.regcontract.report.history;

import org.jspecify.annotations.NullMarked;
