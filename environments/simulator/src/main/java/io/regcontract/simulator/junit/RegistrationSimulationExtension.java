package io.regcontract.simulator.junit;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.store.backend.UnusableStateException;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link RegistrationSimulation} does. */
final class RegistrationSimulationExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Pattern QUOTA = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");

    @Override
    public void beforeAll(ExtensionContext context) {
        start(context, context.getRequiredTestClass());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start(context, context.getRequiredTestMethod());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        new SimulatorOfTest(context).end();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        new SimulatorOfTest(context).end();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return SimulatorOfTest.supports(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new SimulatorOfTest(context).resolve(parameter);
    }

    private static void start(ExtensionContext context, AnnotatedElement annotated) {
        AnnotationSupport.findAnnotation(annotated, RegistrationSimulation.class)
                .ifPresent(wish -> new SimulatorOfTest(context).start(() -> started(context, wish)));
    }

    private static RegistrationSimulator started(ExtensionContext context, RegistrationSimulation wish) {
        try {
            var builder = RegistrationSimulator.builder()
                    .application(wish.application())
                    .dialect(wish.dialect())
                    .latency(Duration.ofMillis(wish.latency()));
            if (!wish.controlToken().isEmpty()) {
                builder.controlToken(wish.controlToken());
            }
            if (!wish.state().isEmpty()) {
                builder.state(StateDirectory.resolve(context, wish.state()));
            }
            if (wish.people()) {
                builder.people();
            }
            if (!wish.quota().isEmpty()) {
                limit(builder, wish.quota());
            }
            return builder.start();
        } catch (IllegalArgumentException | UnusableStateException unusable) {
            throw new ExtensionConfigurationException(
                    "@RegistrationSimulation of " + context.getDisplayName() + ": " + unusable.getMessage(), unusable);
        }
    }

    private static void limit(RegistrationSimulator.Builder builder, String quota) {
        var parts = QUOTA.matcher(quota);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + quota + "\" is no quota; write CALLS/SECONDS, such as 500/60");
        }
        builder.quota(Integer.parseInt(parts.group(1)), Duration.ofSeconds(Long.parseLong(parts.group(2))));
    }
}
