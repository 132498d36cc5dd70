/**
 * Examines an environment before anything is done there: is it what its profile says, and will it let the suite work?
 * Reads and changes nothing. Uses calls, transport and profiles; knows nothing of scenarios.
 */
@NullMarked
package io.regcontract.suite.preflight;

import org.jspecify.annotations.NullMarked;
