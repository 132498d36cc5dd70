/**
 * An HTTP answer as it was received, its body read as strict JSON, and its text made safe to show. Uses the contract
 * ({@code io.regcontract.contract}) and Jackson, and knows no check.
 */
@NullMarked
package io.regcontract.check.answer;

import org.jspecify.annotations.NullMarked;
