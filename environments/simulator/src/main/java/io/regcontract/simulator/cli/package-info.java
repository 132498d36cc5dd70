/** The simulator as a program: options in, and when it is ready lines that say where it is and what is open to whom. */
@NullMarked
package io.regcontract.simulator.cli;

import org.jspecify.annotations.NullMarked;
