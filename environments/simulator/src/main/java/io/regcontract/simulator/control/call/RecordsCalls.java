package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.record.RecordControl;
import io.regcontract.simulator.control.record.RecordView;
import io.regcontract.simulator.control.record.RecordsControl;
import io.regcontract.simulator.json.Json;
import java.util.List;
import java.util.Map;

/** The calls about the records of a type. */
public final class RecordsCalls implements RecordsControl {

    private final ControlPath path;

    /** @param path of the records of the type */
    public RecordsCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public long count() {
        return path.with("max", "1").get().path("total").longValue();
    }

    @Override
    public List<RecordView> page(long after, int most) {
        return path
                .with("after", Long.toString(after))
                .with("max", Integer.toString(most))
                .get()
                .path("records")
                .values()
                .stream()
                .map(RecordCalls::read)
                .toList();
    }

    @Override
    public RecordView create(Map<String, ?> attributes) {
        return RecordCalls.read(path.post(Json.object().set("attributes", JavaValues.object(attributes))));
    }

    @Override
    public RecordView take(String attribute, Object value) {
        var taken = Json.object().put("attribute", attribute);
        taken.set("value", JavaValues.json(value));
        return RecordCalls.read(path.at("taken").post(taken));
    }

    @Override
    public RecordControl record(String uuidOrAddress) {
        return new RecordCalls(path.at(uuidOrAddress));
    }
}
