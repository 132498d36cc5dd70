package io.regcontract.simulator.control;

import io.regcontract.simulator.wire.Endpoint;
import java.net.URI;
import java.util.List;

/**
 * The state of one application of a simulator: what a test changes behind the application that it tests. It changes
 * state and never an answer.
 *
 * <pre>{@code
 * try (var expired = simulator.control().drill(ErrorDrill.ACCESS_TOKEN_EXPIRED)) {
 *     assertThat(shop.showProfile(session)).isEqualTo(PLEASE_SIGN_IN);
 * }
 * }</pre>
 */
public interface SimulatorControl {

    /**
     * The control of a simulator that is reached over HTTP.
     *
     * @param address of the simulator, without a path
     * @param token its control token
     * @param application name of the application
     */
    static SimulatorControl over(URI address, String token, String application) {
        return new ApplicationControl(new HttpTransport(address, token), application);
    }

    /**
     * The control of a simulator in this process; {@link io.regcontract.simulator.RegistrationSimulator#control()}
     * gives it.
     *
     * @param controlPlane takes the calls
     */
    static SimulatorControl within(Endpoint controlPlane, String application) {
        return new ApplicationControl(new EmbeddedTransport(controlPlane), application);
    }

    /** Name of the application that this control changes. */
    String application();

    /** The control of another application of the same simulator. */
    SimulatorControl application(String name);

    /** Arms a drill for the next call that it can befall; closing it undoes it. */
    default ArmedErrorDrill drill(ErrorDrill drill) {
        return drill(DrillOrder.of(drill));
    }

    /**
     * Arms a drill.
     *
     * @throws ControlException when it cannot be aimed so, or another drill has changed the same
     */
    ArmedErrorDrill drill(DrillOrder order);

    /** The drills that the simulator has, by code and then by name. */
    List<OfferedDrill> offeredDrills();

    /** The drills that are armed, in the order in which they were armed. */
    List<ArmedErrorDrill> armedDrills();
}
