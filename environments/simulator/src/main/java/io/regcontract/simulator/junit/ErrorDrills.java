package io.regcontract.simulator.junit;

import io.regcontract.simulator.control.ErrorDrill;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test once for each drill that can show at some operations. The drill is aimed at these operations, armed when
 * the test is given it as a parameter of type {@link io.regcontract.simulator.control.ArmedErrorDrill}, and undone after
 * the test. It changes the test's {@link OwnApplication} where it has one, else the default application.
 *
 * <pre>{@code
 * @RegistrationSimulation
 * class ShopUnderErrorsTest {
 *     @ErrorDrills(operations = {"/oauth/auth_native_traditional", "/entity"})
 *     void saysSomethingThatHelps(ArmedErrorDrill drill, RegistrationSimulator simulator) {
 *         var shop = new Shop(simulator.baseAddress());
 *         assertThat(shop.signIn("ada@example.com", "secret")).isNotEqualTo(WRONG_PASSWORD);
 *     }
 * }
 * }</pre>
 *
 * It stands in the place of {@code @Test}. A case whose drill met no call says nothing of the application: it is
 * reported as aborted, never as passed. What cannot be aimed at these operations alone is reported as skipped.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(ErrorDrillsExtension.class)
public @interface ErrorDrills {

    /** Paths of the operations that the test has called, such as {@code /entity.find}; one or more. */
    String[] operations();

    /** Only drills that lead to one of these codes; all when left out. */
    int[] codes() default {};

    /**
     * Also the drills of what is no error of the API and befalls every caller, such as a connection that is reset:
     * {@link io.regcontract.simulator.control.TransportDrill}. They lead to no code.
     */
    boolean transport() default false;

    /** Drills that are not for this test; they are reported as skipped. */
    ErrorDrill[] except() default {};
}
