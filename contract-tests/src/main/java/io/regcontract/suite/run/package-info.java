/**
 * Wiring, in one visible place: settings, the environment of the run, its catalogue, its record. The only package that
 * knows the embedded simulator exists.
 */
@NullMarked
package io.regcontract.suite.run;

import org.jspecify.annotations.NullMarked;
