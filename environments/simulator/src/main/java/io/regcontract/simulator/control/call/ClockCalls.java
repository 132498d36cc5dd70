package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.state.ClockControl;
import io.regcontract.simulator.json.Json;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** The calls about a clock. */
public final class ClockCalls implements ClockControl {

    private final ControlPath path;

    /** @param path of the application */
    public ClockCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public Instant now() {
        return time(path.get());
    }

    @Override
    public Instant advance(Duration span) {
        return time(path.at("clock").post(Json.object().put("advanceMillis", span.toMillis())));
    }

    @Override
    public Instant set(Instant time) {
        return time(path.at("clock").put(Json.object().put("now", time.toString())));
    }

    private static Instant time(JsonNode answer) {
        return Instant.parse(answer.path("now").stringValue());
    }
}
