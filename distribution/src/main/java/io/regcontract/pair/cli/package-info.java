/**
 * The command {@code regcontract pair}, and the same inside a Maven build. Puts plan, halves, decision and report together.
 */
@NullMarked
package io.regcontract.pair.cli;

import org.jspecify.annotations.NullMarked;
