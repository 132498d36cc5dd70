/**
 * Flows, as tests read, change and install them. Only types;
 * {@link io.regcontract.simulator.control.SimulatorControl} gives them.
 */
@NullMarked
package io.regcontract.simulator.control.flow;

import org.jspecify.annotations.NullMarked;
