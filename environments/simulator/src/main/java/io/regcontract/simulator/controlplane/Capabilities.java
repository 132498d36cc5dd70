package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the control plane offers, in the words of its published description (docs/control-plane.yaml): the simulator offers all
 * of it, and what else implements the protocol may offer a part.
 */
final class Capabilities {

    private static final String PROTOCOL = "1";

    private static final List<String> ALL = List.of(
            "applications",
            "clients",
            "clock",
            "drills",
            "flows",
            "hidden",
            "journal",
            "log",
            "mails",
            "maintenance",
            "quota",
            "records",
            "reset",
            "search-lag",
            "settings",
            "social",
            "storage",
            "types");

    private Capabilities() {}

    static JsonNode answer() {
        var answer = Json.object().put("protocol", PROTOCOL);
        answer.set("capabilities", Json.array(ALL));
        return answer;
    }
}
