package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.ApplicationChange;
import io.regcontract.simulator.change.RefusedChangeException;
import io.regcontract.simulator.wire.WireRequest;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A call of the control plane about one application.
 *
 * @param steps of the path, after the area that the call is about
 */
record ApplicationCall(Application application, ApplicationChange changes, WireRequest request, List<String> steps) {

    /** The method, and how many steps follow the area, such as {@code PUT 1}. */
    String shape() {
        return request.method() + " " + steps.size();
    }

    boolean is(String method, int size) {
        return shape().equals(method + " " + size);
    }

    String step(int index) {
        return steps.get(index);
    }

    /** The body, with these keys and no other. */
    ControlRequest body(String... keys) {
        return ControlRequest.of(request, keys);
    }

    /** What stands behind the question mark, with these keys and no other. */
    ControlRequest query(String... keys) {
        return ControlRequest.inQuery(request, keys);
    }

    /** Reads, alone and whatever the health of the storage is. */
    JsonNode reading(Function<Application, JsonNode> reading) {
        return changes.look(application, () -> refusing(reading)).orElseThrow(this::gone);
    }

    /** Changes the application alone; another call may have deleted it while this one waited for the lock. */
    JsonNode changing(Function<Application, JsonNode> change) {
        return changes.within(application, () -> refusing(change)).orElseThrow(this::gone);
    }

    private JsonNode refusing(Function<Application, JsonNode> work) {
        try {
            return work.apply(application);
        } catch (RefusedChangeException refused) {
            throw new ControlPlaneException(refused.isAboutNothing() ? 404 : 400, refused.getMessage());
        }
    }

    private ControlPlaneException gone() {
        return new ControlPlaneException(404, "There is no application " + application.name() + ".");
    }
}
