/** Drills of flows. A drill changes a flow, or which one is used, and uses no other area of drills. */
@NullMarked
package io.regcontract.simulator.drill.flow;

import org.jspecify.annotations.NullMarked;
