/**
 * The calls of a control plane behind each part of {@link io.regcontract.simulator.control.SimulatorControl}. The only
 * place that knows their paths and JSON. Not for applications.
 */
@NullMarked
package io.regcontract.simulator.control.call;

import org.jspecify.annotations.NullMarked;
