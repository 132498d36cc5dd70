package io.regcontract.suite.ledger;

import io.regcontract.contract.model.OperationScope;
import io.regcontract.suite.ledger.Ledger.Entry;
import io.regcontract.suite.state.ControlPlaneClient;
import java.util.Optional;

/**
 * Removes over a control plane what operations out of scope would remove.
 *
 * @param operations what the service implements
 * @param control the control plane, where there is one
 * @param application by which it knows the application
 */
record ControlledRemoval(
        OperationScope operations, Optional<ControlPlaneClient> control, Optional<String> application) {

    /** Everything is removed by the API. */
    static final ControlledRemoval NONE = new ControlledRemoval(OperationScope.ALL, Optional.empty(), Optional.empty());

    /** Whether an operation is not there to remove something, and the control plane is. */
    boolean insteadOf(String operation) {
        return !operations.holds(operation) && control.isPresent() && application.isPresent();
    }

    /** Why a resource is still there; empty if it is removed. */
    Optional<String> remove(Entry entry) {
        var thing = entry.thing();
        var plane = control.orElseThrow();
        var name = application.orElseThrow();
        return switch (thing.sort()) {
            case CLIENT ->
                entry.id()
                        .map(id -> plane.removeThing(name, "clients", id))
                        .orElseGet(() -> Optional.of("the control plane did not say under which id it made it"));
            case ENTITY_TYPE -> plane.removeThing(name, "types", thing.name());
            case RECORD ->
                plane.removeThing(name, "records", thing.within(), entry.id().orElse(thing.name()));
            default -> Optional.of("no control plane removes it");
        };
    }
}
