/**
 * Every documented error by its real condition, one class a family of codes. Where is code 361? In {@link
 * io.regcontract.suite.errors.ConstraintErrors}; {@link io.regcontract.suite.errors.ErrorFamilies} lists them all.
 * Declares scenarios in the language of {@code io.regcontract.suite.scenario}; asserts nothing.
 */
@NullMarked
package io.regcontract.suite.errors;

import org.jspecify.annotations.NullMarked;
