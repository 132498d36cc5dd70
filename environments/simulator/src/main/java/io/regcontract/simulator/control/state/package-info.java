/**
 * What holds for a whole application, as tests change it: clock, maintenance, quota, storage, searches, settings, and
 * which applications there are. Only types; {@link io.regcontract.simulator.control.SimulatorControl} gives them.
 */
@NullMarked
package io.regcontract.simulator.control.state;

import org.jspecify.annotations.NullMarked;
