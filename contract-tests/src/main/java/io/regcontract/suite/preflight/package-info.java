/**
 * A look at an environment before anything is done there: is it what its profile says, and will it let the suite work?
 * Reads, and changes nothing. Uses exchanges and what profiles say; knows nothing of scenarios.
 */
@NullMarked
package io.regcontract.suite.preflight;

import org.jspecify.annotations.NullMarked;
