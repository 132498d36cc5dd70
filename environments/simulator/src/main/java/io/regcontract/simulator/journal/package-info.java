/**
 * The journal: what callers did, call by call, and what came of it, without secrets and without data of people. It
 * knows neither errors nor operations: codes and paths are numbers and texts here.
 */
@NullMarked
package io.regcontract.simulator.journal;

import org.jspecify.annotations.NullMarked;
