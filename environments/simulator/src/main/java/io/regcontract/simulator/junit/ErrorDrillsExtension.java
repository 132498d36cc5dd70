package io.regcontract.simulator.junit;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.control.ArmedErrorDrill;
import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.control.OfferedDrill;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link ErrorDrills} does: which cases there are. What can only be meant wrongly is refused. */
final class ErrorDrillsExtension implements TestTemplateInvocationContextProvider {

    /** What stands in the place of a code where a drill leads to none. */
    static final int NO_CODE = 0;

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), ErrorDrills.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        var wish = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), ErrorDrills.class)
                .orElseThrow();
        checkParameter(context);
        var operations = new TreeSet<>(List.of(wish.operations()));
        var showing = drills(context).stream()
                .filter(drill -> drill.code() != NO_CODE || wish.transport())
                .filter(drill -> drill.operations().stream().anyMatch(operations::contains))
                .toList();
        checkOperations(operations, showing);
        checkCodes(wish, showing);
        var codes = Arrays.stream(wish.codes()).boxed().toList();
        var left = Arrays.stream(wish.except()).map(ErrorDrill::publicName).collect(Collectors.toSet());
        return showing.stream()
                .filter(drill -> drill.code() == NO_CODE || codes.isEmpty() || codes.contains(drill.code()))
                .map(drill -> new DrillCase(drill, operations, left.contains(drill.name())));
    }

    private static void checkParameter(ExtensionContext context) {
        var method = context.getRequiredTestMethod();
        if (!List.of(method.getParameterTypes()).contains(ArmedErrorDrill.class)) {
            throw new ExtensionConfigurationException("@ErrorDrills at " + method.getName()
                    + ": no drill would be armed, since the test takes none; give it a parameter of type"
                    + " ArmedErrorDrill.");
        }
    }

    private static void checkOperations(Set<String> operations, List<OfferedDrill> showing) {
        var seen =
                showing.stream().flatMap(drill -> drill.operations().stream()).collect(Collectors.toSet());
        var unknown = operations.stream().filter(each -> !seen.contains(each)).toList();
        if (operations.isEmpty() || !unknown.isEmpty()) {
            throw new ExtensionConfigurationException(
                    "@ErrorDrills: no drill can show at " + unknown + "; operations are paths such as /entity.find.");
        }
    }

    private static void checkCodes(ErrorDrills wish, List<OfferedDrill> showing) {
        var known = showing.stream().map(OfferedDrill::code).collect(Collectors.toCollection(TreeSet::new));
        var unknown = Arrays.stream(wish.codes())
                .filter(code -> !known.contains(code))
                .boxed()
                .toList();
        if (!unknown.isEmpty()) {
            throw new ExtensionConfigurationException("@ErrorDrills: no drill leads to " + unknown + " at "
                    + List.of(wish.operations()) + "; those that can show there lead to " + known + ".");
        }
    }

    /** A simulator of a single test does not run yet: one of the same version has the same drills. */
    private static List<OfferedDrill> drills(ExtensionContext context) {
        var running = new SimulatorOfTest(context).find();
        if (running.isPresent()) {
            return running.get().control().offeredDrills();
        }
        try (var passing = RegistrationSimulator.builder().start()) {
            return passing.control().offeredDrills();
        }
    }
}
