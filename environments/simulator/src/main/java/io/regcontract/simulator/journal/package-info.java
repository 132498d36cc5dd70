/**
 * Keeps the journal: what callers did, call by call, and what came of it, without secrets and without data of people.
 * It knows neither errors nor operations: codes and paths are numbers and texts here. Calls are handed over as they
 * were answered and are looked at a moment later, by a thread of the journal's own.
 */
@NullMarked
package io.regcontract.simulator.journal;

import org.jspecify.annotations.NullMarked;
