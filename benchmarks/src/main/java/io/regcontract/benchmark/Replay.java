package io.regcontract.benchmark;

import io.regcontract.suite.replay.ReplayPlan;
import io.regcontract.suite.replay.ReplayPlan.Script;
import io.regcontract.suite.replay.ReplayPlan.Step;
import io.regcontract.suite.replay.ServiceAccess;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bare loop over a drive: it sends, reads code and name, and keeps nothing. */
final class Replay {

    private static final JsonMapper JSON = new JsonMapper();

    /** Sends a request whose variables are filled, and returns the body of the answer. */
    @FunctionalInterface
    interface Client {
        String send(Step step, Map<String, String> values);
    }

    private final ReplayPlan drive;
    private final Client client;

    Replay(ReplayPlan drive, Client client) {
        this.drive = drive;
        this.client = client;
    }

    /**
     * Sends everything once.
     *
     * @param service what it is sent to
     * @param prefix that no run before had
     * @throws IllegalStateException when an answer is not the expected error
     */
    void run(ServiceAccess service, String prefix) {
        drive.scripts().forEach(script -> run(script, service, prefix));
    }

    private void run(Script script, ServiceAccess service, String prefix) {
        var values = new HashMap<>(service.variables());
        values.put(ReplayPlan.PREFIX, prefix);
        for (var step : script.steps()) {
            var body = client.send(step, values);
            if (!step.matters() && step.captures().isEmpty()) {
                continue;
            }
            var answer = JSON.readTree(body);
            if (step.matters() && !isExpected(script, answer)) {
                throw new IllegalStateException(
                        script.id() + " expects " + script.code() + " " + script.error() + " and got " + body);
            }
            step.captures().forEach((variable, capture) -> values.put(variable, capture.from(answer)));
        }
    }

    private static boolean isExpected(Script script, JsonNode answer) {
        return answer.path("code").asInt(0) == script.code()
                && answer.path("error").asString("").equals(script.error());
    }
}
