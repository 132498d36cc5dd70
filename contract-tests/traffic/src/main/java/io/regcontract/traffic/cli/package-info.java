/**
 * The command {@code judge}: its options, what it prints, and how it ends. Puts the other packages together.
 */
@NullMarked
package io.regcontract.traffic.cli;

import org.jspecify.annotations.NullMarked;
