/**
 * Secrets in the forms in which they may be written, and how likely a text is one. The redactor and the search for leaks
 * share it; tests that prove the two write their forms by hand.
 */
@NullMarked
package io.regcontract.contract.secret;

import org.jspecify.annotations.NullMarked;
