package io.regcontract.simulator.junit;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.control.SimulatorControl;
import io.regcontract.simulator.control.state.NewApplication;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** The simulator of a test or its class, in the place where all extensions of this package look for it. */
final class SimulatorOfTest {

    private static final Namespace NAMESPACE = Namespace.create(SimulatorOfTest.class);
    private static final String SIMULATOR = "simulator";
    private static final String APPLICATION = "application";

    private final ExtensionContext context;

    SimulatorOfTest(ExtensionContext context) {
        this.context = context;
    }

    /** A simulator, and what it was started for. */
    private record Started(String owner, RegistrationSimulator simulator) {}

    /**
     * Starts a simulator for this very test or class.
     *
     * @throws ExtensionConfigurationException when there is one already
     */
    RegistrationSimulator start(Supplier<RegistrationSimulator> starting) {
        if (own().isPresent()) {
            throw new ExtensionConfigurationException("Two simulators are asked for by " + context.getDisplayName()
                    + ": leave out @RegistrationSimulation or RegistrationSimulatorExtension.");
        }
        var started = new Started(context.getUniqueId(), starting.get());
        store().put(SIMULATOR, started);
        return started.simulator();
    }

    /** The simulator of the test, or else that of its class, or of a class around it. */
    Optional<RegistrationSimulator> find() {
        return started().map(Started::simulator);
    }

    /** Deletes the application of this test, and closes the simulator that was started for it. */
    void end() {
        var made = Optional.ofNullable(store().remove(APPLICATION, NewApplication.class));
        var own = own();
        if (own.isPresent()) {
            store().remove(SIMULATOR);
            own.get().simulator().close();
        } else {
            made.ifPresent(application -> find().ifPresent(
                            simulator -> simulator.control().applications().delete(application.name())));
        }
    }

    static boolean supports(ParameterContext parameter) {
        var type = parameter.getParameter().getType();
        return parameter.isAnnotated(OwnApplication.class)
                ? type == NewApplication.class || type == SimulatorControl.class
                : type == RegistrationSimulator.class || type == SimulatorControl.class;
    }

    /** The value of a parameter that is supported. */
    Object resolve(ParameterContext parameter) {
        var simulator = find().orElseThrow(() -> new ParameterResolutionException("There is no simulator yet for "
                + parameter.getDeclaringExecutable().getName()
                + ": a simulator of a single test starts with the test;"
                + " put @RegistrationSimulation on the class to have one earlier."));
        if (!parameter.isAnnotated(OwnApplication.class)) {
            return parameter.getParameter().getType() == RegistrationSimulator.class ? simulator : simulator.control();
        }
        var application = application(parameter, simulator);
        return parameter.getParameter().getType() == NewApplication.class
                ? application
                : simulator.control().application(application.name());
    }

    /**
     * The control of what a test calls: of its own application when it has one, else of the default one.
     *
     * @throws ParameterResolutionException when no simulator runs
     */
    SimulatorControl control(ParameterContext parameter) {
        var simulator = find().orElseThrow(() -> new ParameterResolutionException("There is no simulator for "
                + parameter.getDeclaringExecutable().getName()
                + ": put @RegistrationSimulation on the class or the test."));
        boolean own = Arrays.stream(parameter.getDeclaringExecutable().getParameters())
                        .anyMatch(each -> each.isAnnotationPresent(OwnApplication.class))
                || store().get(APPLICATION) != null;
        return own
                ? simulator
                        .control()
                        .application(application(parameter, simulator).name())
                : simulator.control();
    }

    private NewApplication application(ParameterContext parameter, RegistrationSimulator simulator) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("@OwnApplication at a parameter of "
                    + parameter.getDeclaringExecutable().getName()
                    + ": an application of its own is for a single test; take it in the test, or in @BeforeEach.");
        }
        return Optional.ofNullable(store().get(APPLICATION, NewApplication.class))
                .orElseGet(() -> {
                    var made = simulator.control().applications().create();
                    store().put(APPLICATION, made);
                    return made;
                });
    }

    private Optional<Started> own() {
        return started().filter(started -> started.owner().equals(context.getUniqueId()));
    }

    private Optional<Started> started() {
        return Optional.ofNullable(store().get(SIMULATOR, Started.class));
    }

    private ExtensionContext.Store store() {
        return context.getStore(NAMESPACE);
    }
}
