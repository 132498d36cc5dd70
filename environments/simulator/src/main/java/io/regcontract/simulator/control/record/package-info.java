/**
 * Records and the people that they are, as tests change them. Only types;
 * {@link io.regcontract.simulator.control.SimulatorControl} gives them.
 */
@NullMarked
package io.regcontract.simulator.control.record;

import org.jspecify.annotations.NullMarked;
