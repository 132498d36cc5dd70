/**
 * Error drills: each makes one documented error happen to an application by its cause, and undoes it. A drill changes
 * the state of an application and names a code as a label only: it knows neither errors nor answers nor the way of a
 * call.
 */
@NullMarked
package io.regcontract.simulator.drill;

import org.jspecify.annotations.NullMarked;
