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
 * Gives a started simulator to every parameter of type {@link io.regcontract.simulator.RegistrationSimulator}, and closes
 * it afterwards. On a class, its tests share one, from before the first to after the last; on a test, that test has one
 * of its own, in which no other test has left anything.
 *
 * <pre>{@code
 * @RegistrationSimulation(dialect = SpokenDialect.OBSERVED)
 * class CheckoutTest {
 *     @Test
 *     void asksForANewLogIn(RegistrationSimulator simulator) {
 *         var shop = new Shop(simulator.baseAddress(), simulator.ownerClientId(), simulator.ownerClientSecret());
 *     }
 * }
 * }</pre>
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

    /** Opens the control plane under this token; without one there is none. */
    String controlToken() default "";
}
