package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.state.FeatureGroup;
import io.regcontract.simulator.control.state.MaintenanceControl;
import io.regcontract.simulator.json.Json;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The calls about maintenance. */
public final class MaintenanceCalls implements MaintenanceControl {

    private final ControlPath path;

    /** @param path of the application */
    public MaintenanceCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public Set<FeatureGroup> off() {
        return JavaValues.texts(path.get().path("maintenance")).stream()
                .map(name -> JavaValues.named(FeatureGroup.class, FeatureGroup::publicName, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FeatureGroup.class)));
    }

    @Override
    public void begin(FeatureGroup... groups) {
        post("off", groups);
    }

    @Override
    public void end(FeatureGroup... groups) {
        post("on", groups);
    }

    @Override
    public void end() {
        path.at("maintenance").put(Json.object().set("groups", Json.array()));
    }

    private void post(String key, FeatureGroup... groups) {
        var names = Arrays.stream(groups).map(FeatureGroup::publicName).toList();
        path.at("maintenance").post(Json.object().set(key, Json.array(names)));
    }
}
