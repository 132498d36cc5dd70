package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.flow.FlowDefinition;
import io.regcontract.simulator.control.flow.FlowsControl;
import io.regcontract.simulator.json.Json;
import java.util.List;

/** The calls about flows. */
public final class FlowsCalls implements FlowsControl {

    private final ControlPath path;

    /** @param path of the application */
    public FlowsCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public List<String> names() {
        return JavaValues.texts(path.at("flows").get().path("flows"));
    }

    @Override
    public FlowDefinition read(String name) {
        return FlowDefinition.parse(Json.write(path.at("flows", name).get()));
    }

    @Override
    public void install(String name, FlowDefinition flow) {
        path.at("flows", name).put(Json.read(flow.document()));
    }

    @Override
    public void remove(String name) {
        path.at("flows", name).delete();
    }
}
