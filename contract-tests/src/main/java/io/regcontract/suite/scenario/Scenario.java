package io.regcontract.suite.scenario;

import io.regcontract.check.Expectation;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
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
 * @param alsoHolding other errors whose conditions hold at the same time: any of them is a right answer too
 * @param element where in a success the error stands, as a JSON pointer; empty when it is the answer
 * @param given builds what the condition needs
 * @param drive the one call that matters
 * @param companion the same call without the condition
 */
public record Scenario<T>(
        Requirement requirement,
        Set<Capability> needs,
        Map<String, String> fields,
        Optional<String> literal,
        Set<ErrorCode> alsoHolding,
        Optional<String> element,
        Function<Tenant, T> given,
        BiFunction<Tenant, T, Call> drive,
        Companion<T> companion) {

    /** The same operation by the same client without the condition: must succeed. */
    public sealed interface Companion<T> {

        /** A call that differs in exactly one parameter; where several conditions hold, in at most one for each. */
        record Twin<T>(BiFunction<Tenant, T, Call> call) implements Companion<T> {}

        /** The very same call, after exactly one change. */
        record Undo<T>(BiConsumer<Tenant, T> change) implements Companion<T> {}

        /**
         * Where several conditions hold: one change of the environment's state, and a call that differs for the others.
         */
        record UndoAndTwin<T>(BiConsumer<Tenant, T> change, BiFunction<Tenant, T, Call> call) implements Companion<T> {}
    }

    /** How many conditions hold at once. */
    public int conditions() {
        return 1 + alsoHolding.size();
    }

    /** What the answer to the call that matters is expected to be. */
    public Expectation expectation(Contract contract) {
        return new Expectation(
                        contract, contract.error(requirement.code()), requirement.operation(), 200, fields, literal)
                .alsoHolding(alsoHolding)
                .within(element);
    }

    /**
     * Whether it changes what the whole application shares. Such a scenario gets a separate application where a control
     * plane can create one.
     */
    public boolean needsOwnApplication() {
        return needs.stream().anyMatch(Capability::changesTheApplication);
    }

    /** Whether it waits for something to expire, where time cannot be moved. */
    public boolean waitsForExpiry() {
        return needs.contains(Capability.WAITING);
    }

    /** The id of the requirement. */
    @Override
    public String toString() {
        return requirement.id();
    }
}
