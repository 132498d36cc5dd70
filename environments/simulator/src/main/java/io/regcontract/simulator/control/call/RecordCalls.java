package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.record.RecordControl;
import io.regcontract.simulator.control.record.RecordView;
import io.regcontract.simulator.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls about one record. */
public final class RecordCalls implements RecordControl {

    private final ControlPath path;

    /** @param path of the record */
    public RecordCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public RecordView show() {
        return read(path.get());
    }

    @Override
    public RecordView change(String attribute, @Nullable Object value) {
        return changed(Json.object().set(attribute, JavaValues.json(value)));
    }

    @Override
    public RecordView change(Map<String, ?> attributes) {
        return changed(JavaValues.object(attributes));
    }

    @Override
    public void delete() {
        path.delete();
    }

    @Override
    public void deleteGrants() {
        path.at("grants").delete();
    }

    @Override
    public int expireTokens() {
        return path.at("expire")
                .post(Json.object().put("tokens", true))
                .path("tokens")
                .intValue();
    }

    @Override
    public int expireCodes() {
        return path.at("expire")
                .post(Json.object().put("codes", true))
                .path("codes")
                .intValue();
    }

    @Override
    public void throttle() {
        path.at("throttled").put(Json.object());
    }

    @Override
    public void admit() {
        path.at("throttled").delete();
    }

    @Override
    public void verifyAddress() {
        path.at("verified").put(Json.object());
    }

    @Override
    public void unverifyAddress() {
        path.at("verified").delete();
    }

    private RecordView changed(ObjectNode attributes) {
        return read(path.post(Json.object().set("attributes", attributes)));
    }

    static RecordView read(JsonNode record) {
        return new RecordView(record.path("id").longValue(), record.path("uuid").stringValue(), JavaValues.map(record));
    }
}
