package io.regcontract.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the validator lets pass in a schema: draft 2020-12 ignores a keyword it does not know, so a slip in a keyword checks nothing. Keywords of our own
 * start with x-.
 */
final class SchemaLint {

    private static final Set<String> WITH_SCHEMA = Set.of(
            "additionalProperties",
            "contains",
            "contentSchema",
            "else",
            "if",
            "items",
            "not",
            "propertyNames",
            "then",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Set<String> WITH_SCHEMAS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> WITH_NAMED_SCHEMAS =
            Set.of("$defs", "dependentSchemas", "patternProperties", "properties");
    private static final Set<String> PLAIN = Set.of(
            "$anchor",
            "$comment",
            "$dynamicAnchor",
            "$dynamicRef",
            "$id",
            "$ref",
            "$schema",
            "$vocabulary",
            "const",
            "contentEncoding",
            "contentMediaType",
            "default",
            "dependentRequired",
            "deprecated",
            "description",
            "enum",
            "examples",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "format",
            "maxContains",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minContains",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "multipleOf",
            "pattern",
            "readOnly",
            "required",
            "title",
            "type",
            "uniqueItems",
            "writeOnly");

    private static final Schema META_SCHEMA = SchemaRegistry.withDialect(
                    Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                    .locale(Locale.ENGLISH)
                                    .build())
                            .schemaLoader(loader -> loader.fetchRemoteResources(false)))
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    private SchemaLint() {}

    static List<String> complaints(JsonNode schema) {
        List<String> complaints = new ArrayList<>();
        META_SCHEMA.validate(schema).forEach(error -> complaints.add(error.toString()));
        look(schema, "", complaints);
        return complaints;
    }

    private static void look(JsonNode schema, String at, List<String> complaints) {
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            String name = keyword.getKey();
            String here = at + "/" + name;
            JsonNode value = keyword.getValue();
            if (WITH_SCHEMA.contains(name)) {
                look(value, here, complaints);
            } else if (WITH_SCHEMAS.contains(name)) {
                value.forEach(each -> look(each, here, complaints));
            } else if (WITH_NAMED_SCHEMAS.contains(name)) {
                value.properties().forEach(each -> look(each.getValue(), here + "/" + each.getKey(), complaints));
            } else if (!PLAIN.contains(name) && !name.startsWith("x-")) {
                complaints.add(here + ": no keyword of draft 2020-12");
            }
        }
    }
}
