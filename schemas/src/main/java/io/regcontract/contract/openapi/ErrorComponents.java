package io.regcontract.contract.openapi;

import io.regcontract.contract.Contract;
import io.regcontract.contract.loading.ContractFiles;
import io.regcontract.contract.loading.ErrorSchemaFiles;
import io.regcontract.contract.model.DocumentedError;
import io.regcontract.contract.model.ErratumEffect;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema for each code, with code and name as constants: the envelope and the fields of the code in one object, as the dialect has
 * them. All of it comes from the schemas of the contract and the effects of its errata.
 */
final class ErrorComponents {

    private static final String CHECK = "body.schema";
    private static final String CODE = "code";
    private static final String NAME = "error";
    private static final List<String> OAUTH_NAMES = List.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope");

    /**
     * Reading R-token-characters as a pattern: nothing blank, nothing that cannot be seen, no mark, no half character. Only ranges, so that
     * the patterns of all languages take it; no narrower than the checks.
     */
    private static final String TOKEN_CHARACTERS =
            "^[^\\s\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u0300-\\u036f\\u115f\\u1160\\u180e"
                    + "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ud800-\\udfff\\ue000-\\uf8ff\\ufeff\\uffa0"
                    + "\\ufff0-\\ufffb\\ufffe\\uffff]+$";

    private final Contract contract;
    private final List<ErratumEffect> effects;
    private final ObjectNode envelope = ContractFiles.object("envelope.schema.json");
    private final Map<ErrorCode, ErrorSchemaFiles.Entry> entries = ErrorSchemaFiles.errors(envelope);

    ErrorComponents(Contract contract, OpenApiDialect dialect) {
        this.contract = contract;
        this.effects = dialect.errata().stream()
                .flatMap(id -> contract.erratum(id).stream())
                .flatMap(erratum -> erratum.effects().stream())
                .toList();
    }

    /** {@code Error361}. */
    static String name(int code) {
        return "Error" + code;
    }

    /** {@code OAuthError361}: the code in the form that an operation has for itself. */
    static String ownName(int code) {
        return "OAuthError" + code;
    }

    /** {@code RecordError361}: the code among the results of a success. */
    static String elementName(int code) {
        return "RecordError" + code;
    }

    /** The error of a code, in an answer of an operation that has no form of its own. */
    ObjectNode error(int code) {
        return error(code, "");
    }

    /**
     * The error of a code in the form of OAuth: {@code error} is a name of OAuth, and the documented name stands in the field that
     * the errata of the operation say.
     */
    ObjectNode ownError(int code, Operation operation) {
        var schema = error(code, operation.path());
        ((ObjectNode) schema.path("properties"))
                .putObject(NAME)
                .put("description", "A name of OAuth, RFC 6749.")
                .put("type", "string")
                .set("enum", Json.texts(OAUTH_NAMES));
        ((ArrayNode) schema.path("required")).add(NAME);
        return schema;
    }

    /** The HTTP statuses with which the errors of an operation come in their own form; empty where it has none. */
    List<String> ownStatuses(Operation operation) {
        return effects.stream()
                .filter(effect -> effect.check().equals("http.status")
                        && effect.operations().contains(operation.path()))
                .map(ErratumEffect.OtherValue.class::cast)
                .flatMap(effect -> effect.values().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The error of a code among the results of a success, which has no token of its own. */
    ObjectNode element(int code) {
        var schema = documentedSchema(code);
        ((ObjectNode) schema.path("properties")).remove("request_token");
        schema.set("required", ContractFiles.object("element.schema.json").path("required"));
        applyEffects(code, "", schema);
        return schema;
    }

    private ObjectNode error(int code, String operation) {
        var schema = documentedSchema(code);
        applyEffects(code, operation, schema);
        return schema;
    }

    private void applyEffects(int code, String operation, ObjectNode schema) {
        effects.stream()
                .filter(effect -> effect.concerns(CHECK, code, operation))
                .filter(effect -> schema.at("/properties" + effect.pointer()).isObject())
                .forEach(effect -> apply(effect, schema));
    }

    private ObjectNode documentedSchema(int code) {
        var own = contract.find(code).map(DocumentedError::code).map(entries::get);
        var schema = Json.object();
        schema.put("title", own.map(entry -> entry.error().name()).orElse("code " + code));
        schema.put(
                "description",
                own.map(entry -> entry.error().description())
                        .orElse("A code that no list has; its name is not known: E-11."));
        schema.put("type", "object");
        var required = (ArrayNode) envelope.path("required").deepCopy();
        // Not on the page of the codes, but promised of every answer: reading R-stat, check body.stat.
        schema.set("required", required.add("stat"));
        var properties = schema.putObject("properties");
        properties.setAll((ObjectNode) envelope.path("properties").deepCopy());
        own.ifPresent(entry -> entry.schema().path("properties").properties().forEach(field -> {
            if (field.getValue().has("const")) {
                // A constant needs no other limit.
                var constant = (ObjectNode) properties.path(field.getKey());
                constant.remove("minLength");
                constant.setAll((ObjectNode) field.getValue());
            } else {
                properties.set(field.getKey(), open(field.getValue()));
            }
        }));
        ((ObjectNode) properties.path(CODE)).put("const", code);
        ((ObjectNode) properties.path("stat")).put("type", "string");
        ((ObjectNode) properties.path("request_token")).put("pattern", TOKEN_CHARACTERS);
        // An answer may hold more. Some generators take silence for no.
        schema.put("additionalProperties", true);
        own.ifPresent(entry -> schema.set("x-contract", extension(entry)));
        Stream.concat(Stream.of(schema), properties.valueStream().map(ObjectNode.class::cast))
                .forEach(node -> node.remove(List.of("x-expected", "x-source")));
        return schema;
    }

    /** A field of a code; an object may hold more, where nothing else is said. */
    private static JsonNode open(JsonNode field) {
        var copy = field.deepCopy();
        if (copy instanceof ObjectNode object
                && object.path("type").asString("").equals("object")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", true);
        }
        return copy;
    }

    private static ObjectNode extension(ErrorSchemaFiles.Entry entry) {
        var contract = entry.schema().path("x-contract").deepCopy();
        ((ObjectNode) contract).remove("carries");
        return (ObjectNode) contract;
    }

    /** What was observed takes the place of what is documented. */
    private static void apply(ErratumEffect effect, ObjectNode schema) {
        var field = effect.pointer().substring(1);
        var properties = (ObjectNode) schema.path("properties");
        if (effect instanceof ErratumEffect.OtherValue other) {
            ((ObjectNode) properties.path(field)).put("const", other.values().get(0));
        } else if (effect instanceof ErratumEffect.OtherField other) {
            properties.set(other.field(), properties.remove(field));
            var required = Json.array();
            schema.path("required")
                    .forEach(name -> required.add(name.asString().equals(field) ? other.field() : name.asString()));
            schema.set("required", required);
        }
    }
}
