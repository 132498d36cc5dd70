package io.regcontract.contract.openapi;

import io.regcontract.contract.validation.SchemaFinding;
import io.regcontract.contract.validation.SchemaSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The component schemas of a description, with which bodies can be judged. */
final class DescribedSchemas {

    private static final String ID = "https://regcontract.dev/openapi/";

    private final SchemaSet schemas;

    DescribedSchemas(JsonNode description) {
        // A schema set takes schemas alone, so the components become definitions of one.
        var text =
                description.at("/components/schemas").toString().replace("#/components/schemas/", ID + "all#/$defs/");
        var all = JsonMapper.shared().createObjectNode().put("$id", ID + "all");
        all.set("$defs", JsonMapper.shared().readTree(text));
        Map<String, JsonNode> byId = new HashMap<>();
        byId.put(ID + "all", all);
        for (var name : all.path("$defs").propertyNames()) {
            ObjectNode one = JsonMapper.shared().createObjectNode();
            byId.put(ID + name, one.put("$id", ID + name).put("$ref", ID + "all#/$defs/" + name));
        }
        schemas = new SchemaSet(byId);
    }

    List<SchemaFinding> validate(String name, JsonNode body) {
        return schemas.validate(ID + name, body);
    }
}
