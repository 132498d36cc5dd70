package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.state.StorageControl;
import io.regcontract.simulator.control.state.StorageFaults;
import io.regcontract.simulator.json.Json;
import java.time.Duration;
import java.util.Optional;

/** The calls about the storage of records. */
public final class StorageCalls implements StorageControl {

    private final ControlPath path;

    /** @param path of the application */
    public StorageCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public StorageFaults faults() {
        var storage = path.get().path("storage");
        return new StorageFaults(
                storage.path("refuseWrites").booleanValue(),
                storage.path("failReads").booleanValue(),
                storage.has("searchSeconds")
                        ? Optional.of(
                                Duration.ofSeconds(storage.path("searchSeconds").longValue()))
                        : Optional.empty());
    }

    @Override
    public void refuseWrites() {
        path.at("storage").post(Json.object().put("refuseWrites", true));
    }

    @Override
    public void failReads() {
        path.at("storage").post(Json.object().put("failReads", true));
    }

    @Override
    public void slowSearches(Duration span) {
        path.at("storage").post(Json.object().put("searchSeconds", span.toSeconds()));
    }

    @Override
    public void mend() {
        path.at("storage").put(Json.object());
    }
}
