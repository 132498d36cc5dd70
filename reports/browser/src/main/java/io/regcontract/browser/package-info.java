/** A browser for the tests that look at pages. It knows no page of this project. */
@NullMarked
package io.regcontract.browser;

import org.jspecify.annotations.NullMarked;
