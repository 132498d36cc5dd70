/**
 * Tests of the contract. What they expect of the data is written down in {@link
 * io.regcontract.contract.DocumentationFacts}, by hand and from the documentation, so that a slip in a data file cannot
 * agree with itself. They may use everything of the package beside them.
 */
@NullMarked
package io.regcontract.contract;

import org.jspecify.annotations.NullMarked;
