/**
 * Entity types and their attributes, as tests change them. Only types;
 * {@link io.regcontract.simulator.control.SimulatorControl} gives them.
 */
@NullMarked
package io.regcontract.simulator.control.schema;

import org.jspecify.annotations.NullMarked;
