package io.regcontract.suite.scenario;

import io.regcontract.environment.Capability;
import io.regcontract.suite.exchange.Call;
import io.regcontract.suite.tenant.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a requirement is driven.
 *
 * @param <T> what the set-up leaves behind for the calls
 * @param requirement what is proven
 * @param needs what the environment must offer
 * @param fields extra fields the condition is known to carry
 * @param literal text the page promises to the letter
 * @param given builds what the condition needs
 * @param drive the one call that matters
 * @param companion the same call without the condition
 */
public record Scenario<T>(
        Requirement requirement,
        Set<Capability> needs,
        Map<String, String> fields,
        Optional<String> literal,
        Function<Tenant, T> given,
        BiFunction<Tenant, T, Call> drive,
        Companion<T> companion) {

    /** The same operation by the same client without the condition: must succeed. */
    public sealed interface Companion<T> {

        /** A call that differs in exactly one parameter. */
        record Twin<T>(BiFunction<Tenant, T, Call> call) implements Companion<T> {}

        /** The very same call, after exactly one change. */
        record Undo<T>(BiConsumer<Tenant, T> change) implements Companion<T> {}
    }

    /** Whether it touches what the whole application shares, so that it gets an application of its own. */
    public boolean needsOwnApplication() {
        return needs.stream().anyMatch(capability -> capability != Capability.API_LOG);
    }

    /** Its id, so that a list of scenarios reads well wherever it is shown. */
    @Override
    public String toString() {
        return requirement.id();
    }
}
