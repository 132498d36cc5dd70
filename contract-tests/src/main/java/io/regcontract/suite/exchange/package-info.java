/**
 * One request and its answer: what is sent, how it travels, and what is kept of it. The only place that knows
 * REST-assured. Everything that is kept has passed the {@link io.regcontract.suite.exchange.Redactor}. Uses the checks
 * for the shape of an answer, nothing else of the suite.
 */
@NullMarked
package io.regcontract.suite.exchange;

import org.jspecify.annotations.NullMarked;
