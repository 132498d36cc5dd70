/**
 * Judges exchanges by what their answers and requests show: the checks of {@code check} that need no expectation, and
 * rules for requests. Adds up what was seen. Reads no file and writes none.
 */
@NullMarked
package io.regcontract.traffic.judge;

import org.jspecify.annotations.NullMarked;
