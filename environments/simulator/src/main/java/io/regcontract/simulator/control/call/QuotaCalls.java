package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.state.CallLimit;
import io.regcontract.simulator.control.state.QuotaControl;
import io.regcontract.simulator.json.Json;
import java.time.Duration;
import java.util.Optional;

/** The calls about a quota. */
public final class QuotaCalls implements QuotaControl {

    private final ControlPath path;

    /** @param path of the application */
    public QuotaCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public Optional<CallLimit> limit() {
        var quota = path.get().path("quota");
        return quota.isMissingNode()
                ? Optional.empty()
                : Optional.of(new CallLimit(
                        quota.path("calls").intValue(),
                        Duration.ofSeconds(quota.path("perSeconds").longValue())));
    }

    @Override
    public void set(int calls, Duration window) {
        path.at("quota").put(Json.object().put("calls", calls).put("perSeconds", window.toSeconds()));
    }

    @Override
    public void lift() {
        path.at("quota").delete();
    }
}
