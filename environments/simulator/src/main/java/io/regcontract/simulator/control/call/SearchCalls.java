package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.state.SearchControl;
import io.regcontract.simulator.json.Json;
import java.time.Duration;
import java.util.Optional;

/** The calls about the lag of searches. */
public final class SearchCalls implements SearchControl {

    private final ControlPath path;

    /** @param path of the application */
    public SearchCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public Optional<Duration> lag() {
        var lag = path.get().path("searchLagSeconds");
        return lag.isMissingNode() ? Optional.empty() : Optional.of(Duration.ofSeconds(lag.longValue()));
    }

    @Override
    public void lag(Duration span) {
        path.at("search-lag").put(Json.object().put("seconds", span.toSeconds()));
    }

    @Override
    public void endLag() {
        path.at("search-lag").delete();
    }
}
