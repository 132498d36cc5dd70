/**
 * Evidence for Allure: identity that survives reordering, the exchanges, the checks as steps. Writes what the engine has
 * already redacted, and nothing else.
 */
@NullMarked
package io.regcontract.suite.allure;

import org.jspecify.annotations.NullMarked;
