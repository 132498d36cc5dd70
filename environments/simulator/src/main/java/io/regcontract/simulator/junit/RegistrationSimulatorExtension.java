package io.regcontract.simulator.junit;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.simulator.control.SimulatorControl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a simulator for the tests of a class, or for each test, and closes it afterwards: in a static field one for the
 * class, in another field one for each test. Parameters are as with {@link RegistrationSimulation}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final RegistrationSimulatorExtension SIMULATOR = RegistrationSimulatorExtension.builder()
 *         .application("shop")
 *         .quota(500, Duration.ofMinutes(1))
 *         .with(simulator -> simulator.corsOrigins("http://localhost:3000"))
 *         .build();
 *
 * private final Shop shop = new Shop(SIMULATOR.simulator().baseAddress());
 * }</pre>
 */
public final class RegistrationSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final Consumer<RegistrationSimulator.Builder> wish;
    private volatile Optional<RegistrationSimulator> running = Optional.empty();

    private RegistrationSimulatorExtension(Consumer<RegistrationSimulator.Builder> wish) {
        this.wish = wish;
    }

    /** Begins to describe the simulator; what is left out has a default or is generated. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The simulator that is running.
     *
     * @throws IllegalStateException before the first test and after the last one
     */
    public RegistrationSimulator simulator() {
        return running.orElseThrow(() -> new IllegalStateException(
                "The simulator runs from before the first test to after the last one, and not at this moment."));
    }

    /**
     * The control of the default application.
     *
     * @throws IllegalStateException before the first test and after the last one
     */
    public SimulatorControl control() {
        return simulator().control();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (running.isEmpty()) {
            start(context);
        }
    }

    /** In a field of the tests' instances it has not been started yet. */
    @Override
    public void beforeEach(ExtensionContext context) {
        if (running.isEmpty()) {
            start(context);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        end(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        end(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return SimulatorOfTest.supports(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new SimulatorOfTest(context).resolve(parameter);
    }

    private void start(ExtensionContext context) {
        running = Optional.of(new SimulatorOfTest(context).start(() -> {
            var builder = RegistrationSimulator.builder();
            wish.accept(builder);
            return builder.start();
        }));
    }

    private void end(ExtensionContext context) {
        var test = new SimulatorOfTest(context);
        test.end();
        if (test.find().isEmpty()) {
            running = Optional.empty();
        }
    }

    /** Describes a simulator, and gives the extension that starts it. */
    public static final class Builder {

        private Consumer<RegistrationSimulator.Builder> wish = builder -> {};

        private Builder() {}

        /** Name and id of the default application; {@code regcontract} by default. */
        public Builder application(String name) {
            return with(builder -> builder.application(name));
        }

        /** How the simulator speaks; {@link SpokenDialect#DOCUMENTED} by default. */
        public Builder dialect(SpokenDialect dialect) {
            return with(builder -> builder.dialect(dialect));
        }

        /** Opens the control plane for other processes under this token. */
        public Builder controlToken(String token) {
            return with(builder -> builder.controlToken(token));
        }

        /** At most so many calls to the default application in any window of that length. */
        public Builder quota(int calls, Duration window) {
            return with(builder -> builder.quota(calls, window));
        }

        /** How long every answer takes on its way. */
        public Builder latency(Duration span) {
            return with(builder -> builder.latency(span));
        }

        /** The file that keeps the state; in memory only by default. */
        public Builder state(Path file) {
            return with(builder -> builder.state(file));
        }

        /** Brings people into the default application whose accounts are in states that lead to errors. */
        public Builder people() {
            return with(RegistrationSimulator.Builder::people);
        }

        /** Says anything else to the simulator's own builder, each time before one is started. */
        public Builder with(Consumer<RegistrationSimulator.Builder> more) {
            wish = wish.andThen(more);
            return this;
        }

        /** The extension, to be kept in a field with {@code @RegisterExtension}. */
        public RegistrationSimulatorExtension build() {
            return new RegistrationSimulatorExtension(wish);
        }
    }
}
