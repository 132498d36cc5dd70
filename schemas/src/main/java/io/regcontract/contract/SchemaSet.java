package io.regcontract.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The schemas of the contract, compiled when first used: compiling all of them costs more than most runs ever need. Knows exactly the schemas it was
 * given, by {@code $id}; a reference to anything else fails instead of going out to the network.
 */
final class SchemaSet {

    private final SchemaRegistry registry;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /** @param texts the schemas, by {@code $id} */
    SchemaSet(Map<String, String> texts) {
        Map<String, String> known = Map.copyOf(texts);
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
        registry = SchemaRegistry.withDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemaRegistryConfig(config)
                        .schemaLoader(loader -> loader.fetchRemoteResources(false))
                        .schemas(known::get));
    }

    List<SchemaFinding> validate(String id, JsonNode document) {
        Schema schema = compiled.computeIfAbsent(id, this::compile);
        return Findings.of(schema.validate(document), document);
    }

    private Schema compile(String id) {
        Schema schema = registry.getSchema(SchemaLocation.of(id));
        schema.initializeValidators();
        return schema;
    }
}
