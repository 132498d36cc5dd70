/** Drills of maintenance, quota and storage. A drill changes the application's switches and uses no other area of drills. */
@NullMarked
package io.regcontract.simulator.drill.availability;

import org.jspecify.annotations.NullMarked;
