/**
 * The language requirements are written in: what is driven, under which condition, and the twin that shows the
 * condition was the cause. Declares; sends nothing, asserts nothing. Uses tenant and exchange for the calls it names.
 */
@NullMarked
package io.regcontract.suite.scenario;

import org.jspecify.annotations.NullMarked;
