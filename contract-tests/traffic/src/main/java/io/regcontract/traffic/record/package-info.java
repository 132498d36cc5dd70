/**
 * Writes what was seen of traffic as a run record, which the gate takes. Uses {@code suite.observe}, whose format it is.
 */
@NullMarked
package io.regcontract.traffic.record;

import org.jspecify.annotations.NullMarked;
