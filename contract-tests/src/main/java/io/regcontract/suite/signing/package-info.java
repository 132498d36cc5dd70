/**
 * The vendor's signatures. Uses the values of {@code suite.call} and nothing else of the suite.
 */
@NullMarked
package io.regcontract.suite.signing;

import org.jspecify.annotations.NullMarked;
