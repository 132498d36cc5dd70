/**
 * Runs a command against a simulator in phases, with drills armed and then without, and notes what happened. May use
 * the simulator through its public faces, and the data of the trial; knows nothing of policies and reports.
 */
@NullMarked
package io.regcontract.drill.run;

import org.jspecify.annotations.NullMarked;
