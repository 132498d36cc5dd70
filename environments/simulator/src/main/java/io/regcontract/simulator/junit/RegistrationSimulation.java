package io.regcontract.simulator.junit;

import io.regcontract.simulator.SpokenDialect;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a started simulator to every parameter of type {@link io.regcontract.simulator.RegistrationSimulator}, and the
 * control of its default application to every parameter of type {@link
 * io.regcontract.simulator.control.SimulatorControl}; closes it afterwards. On a class, its tests share one, from before
 * the first to after the last; on a test, that test has one of its own, in which no other test has left anything. A
 * test that shares a simulator has an application of its own with {@link OwnApplication}.
 *
 * <pre>{@code
 * @RegistrationSimulation(dialect = SpokenDialect.OBSERVED)
 * class CheckoutTest {
 *     @Test
 *     void asksForANewLogIn(RegistrationSimulator simulator, SimulatorControl control) {
 *         var shop = new Shop(simulator.baseAddress(), simulator.ownerClientId(), simulator.ownerClientSecret());
 *         control.maintenance().begin(FeatureGroup.OAUTH);
 *     }
 * }
 * }</pre>
 *
 * What cannot be said here is said to {@link RegistrationSimulatorExtension}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(RegistrationSimulationExtension.class)
public @interface RegistrationSimulation {

    /** Name and id of the default application. */
    String application() default "regcontract";

    /** How the simulator speaks. Who tests code for the real service wants {@link SpokenDialect#OBSERVED}. */
    SpokenDialect dialect() default SpokenDialect.DOCUMENTED;

    /** Opens the control plane for other processes under this token; without one there is none over HTTP. */
    String controlToken() default "";

    /**
     * The file that keeps the state; in memory only when left out. A path that is not absolute lies in a directory that
     * is made for the test class and deleted after its last test, so that a simulator of a single test begins with what
     * the last one of the class has left.
     */
    String state() default "";

    /** At most so many calls to the default application in so many seconds, such as {@code 500/60}; else no limit. */
    String quota() default "";

    /** How long every answer takes on its way, in milliseconds. */
    long latency() default 0;

    /**
     * Brings people into the default application whose accounts are in states that lead to errors: {@link
     * io.regcontract.simulator.RegistrationSimulator#people()}.
     */
    boolean people() default false;
}
