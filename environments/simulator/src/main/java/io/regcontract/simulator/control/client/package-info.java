/**
 * The API clients of an application, as tests change them. Only types;
 * {@link io.regcontract.simulator.control.SimulatorControl} gives them.
 */
@NullMarked
package io.regcontract.simulator.control.client;

import org.jspecify.annotations.NullMarked;
