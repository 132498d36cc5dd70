package io.regcontract.simulator.junit;

import io.regcontract.simulator.RegistrationSimulator;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link RegistrationSimulation} does. */
final class RegistrationSimulationExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RegistrationSimulationExtension.class);
    private static final String SIMULATOR = "simulator";

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
        stop(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RegistrationSimulator.class;
    }

    /** The simulator of the test, or else that of its class, or of a class around it. */
    @Override
    public RegistrationSimulator resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(SIMULATOR, RegistrationSimulator.class))
                .orElseThrow(() -> new ParameterResolutionException("There is no simulator yet for "
                        + parameter.getDeclaringExecutable().getName()
                        + ": a simulator of a single test starts with the test;"
                        + " put @RegistrationSimulation on the class to have one earlier."));
    }

    private static void start(ExtensionContext context, AnnotatedElement annotated) {
        AnnotationSupport.findAnnotation(annotated, RegistrationSimulation.class)
                .ifPresent(wish -> context.getStore(NAMESPACE).put(SIMULATOR, started(wish)));
    }

    private static RegistrationSimulator started(RegistrationSimulation wish) {
        var builder =
                RegistrationSimulator.builder().application(wish.application()).dialect(wish.dialect());
        if (!wish.controlToken().isEmpty()) {
            builder.controlToken(wish.controlToken());
        }
        return builder.start();
    }

    /** Only what was started in this very context is there to be removed. */
    private static void stop(ExtensionContext context) {
        Optional.ofNullable(context.getStore(NAMESPACE).remove(SIMULATOR, RegistrationSimulator.class))
                .ifPresent(RegistrationSimulator::close);
    }
}
