package io.regcontract.simulator.junit;

import io.regcontract.simulator.control.OfferedDrill;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One case of {@link ErrorDrills}.
 *
 * @param operations those of the test
 * @param leftOut whether the test wants to do without it
 */
record DrillCase(OfferedDrill drill, Set<String> operations, boolean leftOut) implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocation) {
        var code = drill.code() == ErrorDrillsExtension.NO_CODE ? "transport" : Integer.toString(drill.code());
        return code + " " + drill.name() + ": " + drill.does();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new DrilledTest(this));
    }

    /** Those of the operations at which the drill can show. */
    String[] aim() {
        return drill.operations().stream().filter(operations::contains).toArray(String[]::new);
    }

    /** Whether the drill can be kept from showing at other operations than those of the test. */
    boolean canBeAimed() {
        return drill.aims().contains("operation") || operations.containsAll(drill.operations());
    }
}
