/**
 * The command {@code regcontract drill}: its options, and the one place where simulator, policy, judging and reports
 * come together.
 */
@NullMarked
package io.regcontract.drill.cli;

import org.jspecify.annotations.NullMarked;
