/**
 * The command line of the suite: what Maven does, for those who have the jar and no build. It reads options and prints
 * words, and leaves the work to {@code suite.run}.
 */
@NullMarked
package io.regcontract.suite.cli;

import org.jspecify.annotations.NullMarked;
