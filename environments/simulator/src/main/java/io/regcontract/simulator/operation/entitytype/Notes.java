package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.record.AttributePath;
import io.regcontract.simulator.record.EntityType;
import io.regcontract.simulator.record.TypeProperty;
import io.regcontract.simulator.record.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What rules and properties have in common: both are notes about attributes. */
final class Notes {

    private Notes() {}

    /** The attributes that a note is about, with a leading slash. 223 when one does not exist. */
    static List<String> attributes(Call call, EntityType type) {
        return call.arguments().texts("attributes").orElseGet(List::of).stream()
                .map(text -> path(text, type).withoutIds())
                .toList();
    }

    static JsonNode shown(ValidationRule rule) {
        var shown = Json.object();
        shown.set("attributes", Json.array(rule.attributes()));
        shown.put("description", rule.description());
        shown.put("uuid", rule.uuid());
        shown.set("definition", rule.definition());
        return shown;
    }

    static JsonNode shown(TypeProperty property) {
        var shown = Json.object();
        shown.set("attributes", Json.array(property.attributes()));
        shown.put("property", property.property());
        property.description().ifPresent(description -> shown.put("description", description));
        property.definition().ifPresent(definition -> shown.set("definition", definition));
        shown.put("uuid", property.uuid());
        return shown;
    }

    static <T> List<T> with(List<T> notes, T one) {
        var more = new ArrayList<>(notes);
        more.add(one);
        return more;
    }

    private static AttributePath path(String text, EntityType type) {
        var path = AttributePath.parse(text)
                .orElseThrow(() -> ArgumentRules.invalid("attributes", "invalid attribute path: " + text));
        type.definition(path);
        return path;
    }
}
