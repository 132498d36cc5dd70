package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.schema.Attribute;
import io.regcontract.simulator.control.schema.TypeControl;
import io.regcontract.simulator.control.schema.TypesControl;
import io.regcontract.simulator.json.Json;
import java.util.List;

/** The calls about entity types. */
public final class TypesCalls implements TypesControl {

    private final ControlPath path;

    /** @param path of the application */
    public TypesCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public List<String> names() {
        return path.at("types").get().path("types").values().stream()
                .map(type -> type.path("name").stringValue())
                .toList();
    }

    @Override
    public void create(String name, Attribute... attributes) {
        var wish = Json.object().put("name", name);
        var definitions = wish.putArray("attributes");
        for (var attribute : attributes) {
            definitions.add(TypeCalls.write(attribute));
        }
        path.at("types").post(wish);
    }

    @Override
    public TypeControl type(String name) {
        return new TypeCalls(path.at("types", name));
    }
}
