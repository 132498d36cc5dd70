/**
 * Compares two halves, requirement by requirement. Reads no file, and decides nothing.
 */
@NullMarked
package io.regcontract.pair.compare;

import org.jspecify.annotations.NullMarked;
