package io.regcontract.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a test an application of its own in the simulator that it shares with others: its clients to a parameter of type
 * {@link io.regcontract.simulator.control.state.NewApplication}, its control to one of type {@link
 * io.regcontract.simulator.control.SimulatorControl}. It is deleted after the test. Tests that run at the same time do
 * not meet in it.
 *
 * <pre>{@code
 * @Test
 * void saysThatTheServiceRests(@OwnApplication NewApplication mine, @OwnApplication SimulatorControl control) {
 *     var shop = new Shop(address, mine.ownerClientId(), mine.ownerClientSecret());
 *     control.maintenance().begin(FeatureGroup.ENTITY);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface OwnApplication {}
