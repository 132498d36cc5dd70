/**
 * How calls reach a control plane: in this process, or over HTTP. Not for applications, which take
 * {@link io.regcontract.simulator.control.SimulatorControl}.
 */
@NullMarked
package io.regcontract.simulator.control.transport;

import org.jspecify.annotations.NullMarked;
