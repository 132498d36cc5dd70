/**
 * Takes out of what is kept of traffic what must not be kept: secrets, which it learns from all of the traffic, and data
 * of people. Uses {@code suite.redaction} and {@code suite.evidence}, and knows no check.
 */
@NullMarked
package io.regcontract.traffic.redaction;

import org.jspecify.annotations.NullMarked;
