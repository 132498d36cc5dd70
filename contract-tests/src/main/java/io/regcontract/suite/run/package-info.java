/**
 * Carries out a plan: admission, the environment of the run, the order and number of scenarios at a time, the record.
 * The only package that knows the embedded simulator exists.
 */
@NullMarked
package io.regcontract.suite.run;

import org.jspecify.annotations.NullMarked;
