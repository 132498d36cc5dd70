package io.regcontract.report.record;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.OperationScope;
import io.regcontract.contract.text.SafeText;
import java.util.Optional;

/**
 * Whether what a record calls out of scope is so: of a replacement alone, and by the operations that its header lists. The
 * operation is taken from the requirement's id, which the catalogue vouches for.
 */
final class ScopeChecks {

    private final Contract contract;

    ScopeChecks(Contract contract) {
        this.contract = contract;
    }

    /** What is wrong with the scope that a header claims. */
    Optional<String> ofTheHeader(RecordHeader header) {
        var here = header.environment();
        if (here.replacement() == here.operations().all()) {
            return Optional.of(
                    here.replacement()
                            ? "it is of a replacement, and does not say which operations that implements."
                            : "it lists operations, and an environment of kind " + here.kind() + " implements all.");
        }
        return here.operations().globs().stream()
                .filter(glob -> contract.operations().all().stream()
                        .noneMatch(operation -> OperationScope.means(glob, operation.path())))
                .findFirst()
                .map(glob -> "it says that " + SafeText.typed(glob)
                        + " is implemented, and the contract has no such operation.");
    }

    /** What is wrong with an observation: called out of scope and in it, or the other way round. */
    Optional<String> ofAnObservation(Observation found, RecordHeader header) {
        var operations = header.environment().operations();
        boolean said = found.outcome() == Observation.Outcome.OUT_OF_SCOPE;
        if (!said && operations.all()) {
            return Optional.empty();
        }
        var id = found.requirement().id();
        boolean out = !operations.holds(id, contract.operations());
        return said == out
                ? Optional.empty()
                : Optional.of(id
                        + (said
                                ? " is said to be out of scope, and its operation is implemented."
                                : " is not said to be out of scope, and its operation is not implemented."));
    }
}
