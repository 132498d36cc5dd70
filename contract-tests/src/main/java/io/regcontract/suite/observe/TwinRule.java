package io.regcontract.suite.observe;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.scenario.Scenario;
import io.regcontract.suite.scenario.Scenario.Companion;
import io.regcontract.suite.tenant.Tenant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * The rule for twins: the same operation by the same client, different in one parameter or in one change of the
 * environment's state. Without it, a twin could be an unrelated success.
 */
final class TwinRule {

    private TwinRule() {}

    /**
     * The call that the scenario drives.
     *
     * @throws IllegalTwinException when it is not a call of the operation that the requirement names
     */
    static <T> Call drive(Scenario<T> scenario, Tenant tenant, T given) {
        var call = scenario.drive().apply(tenant, given);
        if (!call.operation().equals(scenario.requirement().operation())) {
            throw new IllegalTwinException("the scenario calls " + call.operation() + " and claims "
                    + scenario.requirement().operation());
        }
        return call;
    }

    /**
     * The twin as a call, compared with the drive before either is sent.
     *
     * @throws IllegalTwinException when it differs in the operation, in nothing, or in too much
     */
    static <T> Call twin(Scenario<T> scenario, Tenant tenant, T given, Call drive) {
        var call = callOf(scenario.companion());
        if (call.isEmpty()) {
            return drive;
        }
        var twin = call.get().apply(tenant, given);
        var differences = twin.differencesFrom(drive);
        if (differences.contains("operation")) {
            throw new IllegalTwinException("the twin calls another operation: " + twin.operation());
        }
        var undone = scenario.companion() instanceof Companion.UndoAndTwin ? 1 : 0;
        if (differences.isEmpty() || differences.size() + undone > scenario.conditions()) {
            throw new IllegalTwinException(
                    scenario.conditions() == 1
                            ? "a twin differs in one parameter, this one in " + differences.size() + ": "
                                    + String.join(", ", differences)
                            : "a twin differs at most once for each of " + scenario.conditions()
                                    + " conditions, this one in " + String.join(", ", differences)
                                    + (undone == 0 ? "" : " and in a change of the world"));
        }
        return twin;
    }

    /**
     * Makes the change that the twin needs, if any.
     *
     * @throws IllegalTwinException when it was not exactly one change
     */
    static <T> void undo(Scenario<T> scenario, Tenant tenant, T given) {
        changeOf(scenario.companion()).ifPresent(change -> {
            tenant.setRole(Exchange.Role.UNDO);
            var before = tenant.actions();
            change.accept(tenant, given);
            if (tenant.actions() - before != 1) {
                throw new IllegalTwinException(
                        "undoing takes one change, this one took " + (tenant.actions() - before));
            }
        });
    }

    private static <T> Optional<BiFunction<Tenant, T, Call>> callOf(Companion<T> companion) {
        if (companion instanceof Companion.Twin<T> twin) {
            return Optional.of(twin.call());
        }
        return companion instanceof Companion.UndoAndTwin<T> both ? Optional.of(both.call()) : Optional.empty();
    }

    private static <T> Optional<BiConsumer<Tenant, T>> changeOf(Companion<T> companion) {
        if (companion instanceof Companion.Undo<T> undo) {
            return Optional.of(undo.change());
        }
        return companion instanceof Companion.UndoAndTwin<T> both ? Optional.of(both.change()) : Optional.empty();
    }
}
