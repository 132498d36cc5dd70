/**
 * Assertions of AssertJ about journals: which errors an application has met, and what it did then. Uses the data of
 * journals, and AssertJ, which only those need who use this package.
 */
@NullMarked
package io.regcontract.simulator.assertion;

import org.jspecify.annotations.NullMarked;
