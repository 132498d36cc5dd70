/**
 * Judges files: reads them with one thread, judges with several, and says what became of each. Uses {@code read} and
 * {@code judge}.
 */
@NullMarked
package io.regcontract.traffic.run;

import org.jspecify.annotations.NullMarked;
