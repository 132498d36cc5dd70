package io.regcontract.contract.validation;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.regcontract.contract.loading.ContractDataException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Schemas that may refer to each other, compiled when first used: compiling all of them costs more than most runs ever need. Knows exactly the
 * schemas it was given, by {@code $id}; a reference to anything else fails instead of going out to the network.
 */
public final class SchemaSet {

    /**
     * Draft 2020-12 and the keywords of our own, which begin with x- and check nothing. The validator takes any other name for such a keyword too
     * and only warns of it, in the log of whoever uses the contract; for schemas of ours it is a slip.
     */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .unknownKeywordFactory((name, context) -> ofOurOwn(name))
            .build();

    private final SchemaRegistry registry;
    private final Map<String, JsonNode> schemas;
    private final Set<String> declared;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /** @param schemas by {@code $id} */
    public SchemaSet(Map<String, ? extends JsonNode> schemas) {
        this.schemas = Map.copyOf(schemas);
        this.declared = this.schemas.values().stream()
                .flatMap(schema -> schema.findValues("properties").stream())
                .flatMap(properties -> properties.propertyNames().stream())
                .collect(Collectors.toUnmodifiableSet());
        Map<String, String> texts = new TreeMap<>();
        this.schemas.forEach((id, schema) -> texts.put(id, schema.toString()));
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
        registry = SchemaRegistry.withDialect(DIALECT, builder -> builder.schemaRegistryConfig(config)
                .schemaLoader(loader -> loader.fetchRemoteResources(false))
                .schemas(texts::get));
    }

    /** What is wrong with a document, by pointer. */
    public List<SchemaFinding> validate(String id, JsonNode document) {
        List<Error> errors = compiled.computeIfAbsent(id, this::compile).validate(document);
        if (errors.isEmpty()) {
            return List.of();
        }
        ClosestAlternative alternatives =
                new ClosestAlternative(document, error -> FindingMessages.of(error, around(error.getSchemaLocation())));
        return FindingFilter.tidy(alternatives.closest(errors), declared);
    }

    private Schema compile(String id) {
        Schema schema = registry.getSchema(SchemaLocation.of(id));
        schema.initializeValidators();
        return schema;
    }

    private static Keyword ofOurOwn(String name) {
        if (!name.startsWith("x-")) {
            throw new ContractDataException(
                    "the keyword " + name
                            + " in a schema of the contract is none of draft 2020-12 and would check nothing; ours begin with x-");
        }
        return new NonValidationKeyword(name);
    }

    /** The schema object in which the keyword stands that failed. */
    private JsonNode around(SchemaLocation keyword) {
        JsonNode node = schemas.getOrDefault(String.valueOf(keyword.getAbsoluteIri()), MissingNode.getInstance());
        for (int i = 0; i < keyword.getFragment().getNameCount() - 1; i++) {
            String name = keyword.getFragment().getName(i);
            node = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return node;
    }
}
