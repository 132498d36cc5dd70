package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.state.SettingsControl;
import io.regcontract.simulator.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The calls about settings. */
public final class SettingsCalls implements SettingsControl {

    private final ControlPath path;

    /** @param path of the application */
    public SettingsCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public Map<String, String> all() {
        return texts(path.at("settings").get().path("application"));
    }

    @Override
    public Map<String, String> ofClient(String clientId) {
        return texts(path.at("settings").get().path("clients").path(clientId));
    }

    @Override
    public void set(String key, String value) {
        path.at("settings", key).put(Json.object().put("value", value));
    }

    @Override
    public void set(String clientId, String key, String value) {
        path.at("settings", key).put(Json.object().put("value", value).put("client", clientId));
    }

    @Override
    public void delete(String key) {
        path.at("settings", key).delete();
    }

    @Override
    public void delete(String clientId, String key) {
        path.at("settings", key).with("client", clientId).delete();
    }

    private static Map<String, String> texts(JsonNode settings) {
        var texts = new LinkedHashMap<String, String>();
        settings.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().stringValue("")));
        return Collections.unmodifiableMap(texts);
    }
}
