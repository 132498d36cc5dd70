package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.TypeProperty;
import io.regcontract.simulator.schema.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What rules and properties have in common: both are notes about attributes. */
final class RulesAndProperties {

    /** The property of attributes that a rule is about. */
    static final String RULE = "rule";

    private RulesAndProperties() {}

    /** The attributes that the argument {@code attributes} names, with a leading slash. 223 when one does not exist. */
    static List<String> attributes(OperationCall call, EntityType type) {
        return attributes(call.arguments().texts("attributes").orElseGet(List::of), type);
    }

    /** The attributes named, with a leading slash. 223 when one does not exist. */
    static List<String> attributes(List<String> texts, EntityType type) {
        return texts.stream().map(text -> path(text, type).withoutIds()).toList();
    }

    /** A rule as the answer to its creation shows it. */
    static ObjectNode shown(ValidationRule rule) {
        var shown = Json.object();
        shown.set("attributes", Json.array(rule.attributes()));
        rule.description().ifPresent(description -> shown.put("description", description));
        shown.put("uuid", rule.uuid());
        shown.set("definition", rule.definition());
        return shown;
    }

    /** A rule as lists show it: as one property among others. */
    static JsonNode listed(ValidationRule rule) {
        return shown(rule).put("property", RULE);
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
