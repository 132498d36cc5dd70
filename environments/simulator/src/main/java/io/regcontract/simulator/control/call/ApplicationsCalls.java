package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.state.ApplicationsControl;
import io.regcontract.simulator.control.state.NewApplication;
import io.regcontract.simulator.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The calls about which applications there are. */
public final class ApplicationsCalls implements ApplicationsControl {

    private final ControlPath path;

    /** @param path of the control plane */
    public ApplicationsCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public List<String> names() {
        return JavaValues.texts(path.get().path("applications"));
    }

    @Override
    public NewApplication create() {
        return made(Json.object());
    }

    @Override
    public NewApplication create(String name) {
        return made(Json.object().put("name", name));
    }

    @Override
    public void delete(String name) {
        path.at("applications", name).delete();
    }

    @Override
    public void reset() {
        path.at("reset").post(Json.object());
    }

    private NewApplication made(JsonNode wish) {
        var made = path.at("applications").post(wish);
        return new NewApplication(
                made.path("name").stringValue(),
                made.path("host").stringValue(),
                made.path("ownerClientId").stringValue(),
                made.path("ownerClientSecret").stringValue(),
                made.path("loginClientId").stringValue());
    }
}
