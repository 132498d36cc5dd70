/** Tests of the command drill. */
@NullMarked
package io.regcontract.drill.cli;

import org.jspecify.annotations.NullMarked;
