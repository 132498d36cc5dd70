/**
 * What the service would have sent, what it logged, and sign-ins at other providers. Only types;
 * {@link io.regcontract.simulator.control.SimulatorControl} gives them.
 */
@NullMarked
package io.regcontract.simulator.control.message;

import org.jspecify.annotations.NullMarked;
