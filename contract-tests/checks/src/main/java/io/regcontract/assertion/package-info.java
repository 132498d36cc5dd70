/**
 * AssertJ assertions for an application's own tests: the checks of the suite, applied to one answer that the application
 * received. Light enough to sit on a test class path: the contract, AssertJ and Jackson 3.
 */
@NullMarked
package io.regcontract.assertion;

import org.jspecify.annotations.NullMarked;
