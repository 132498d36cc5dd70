/** The simulator as a program: options in, one line out when it is ready. */
@NullMarked
package io.regcontract.simulator.cli;

import org.jspecify.annotations.NullMarked;
