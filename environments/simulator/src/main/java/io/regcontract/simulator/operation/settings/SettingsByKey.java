package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * Reads and writes settings. A client has its own values; where it has none, the value of the application holds for
 * it. Each operation on the settings of a client, the caller or the one that {@code for_client_id} names, exists a
 * second time for those of the application, which the API calls default settings. Writing says whether there was a
 * value before.
 */
final class SettingsByKey {

    private static final Parameter FOR_CLIENT = Parameter.optional("for_client_id");
    private static final Parameter KEY = Parameter.required("key");
    private static final Parameter VALUE = Parameter.required("value").orEmpty();
    private static final Parameter KEYS = Parameter.required("keys").jsonTexts();
    private static final Parameter ITEMS = Parameter.required("items").jsonTextsByName();
    private static final Feature[] OWNER = {Feature.OWNER};

    private SettingsByKey() {}

    /** All operations. */
    static List<Operation> all() {
        return List.of(
                writing(
                        "/settings/delete_default",
                        call -> existed(settings(call).deleteDefault(key(call))),
                        KEY),
                writing(
                        "/settings/delete",
                        call -> existed(settings(call).delete(client(call), key(call))),
                        KEY,
                        FOR_CLIENT),
                reading(
                        "/settings/get_default",
                        Feature.thatPermit(),
                        call -> value(settings(call).defaults(), call),
                        KEY),
                reading("/settings/get", OWNER, call -> value(effective(call), call), KEY, FOR_CLIENT),
                reading("/settings/get_multi", OWNER, SettingsByKey::several, KEYS, FOR_CLIENT),
                reading("/settings/get_all", OWNER, SettingsByKey::everything),
                reading("/settings/keys", OWNER, call -> keys(effective(call)), FOR_CLIENT),
                reading("/settings/client_keys", OWNER, call -> keys(own(call)), FOR_CLIENT),
                reading(
                        "/settings/default_keys",
                        OWNER,
                        call -> keys(settings(call).defaults())),
                reading("/settings/items", OWNER, call -> result(object(effective(call))), FOR_CLIENT),
                reading("/settings/client_items", OWNER, call -> result(object(own(call))), FOR_CLIENT),
                reading(
                        "/settings/default_items",
                        OWNER,
                        call -> result(object(settings(call).defaults()))),
                writing(
                        "/settings/set_default",
                        call -> existed(settings(call)
                                .setDefault(key(call), call.arguments().text("value"))),
                        KEY,
                        VALUE),
                writing("/settings/set_default_multi", call -> setEach(call, settings(call)::setDefault), ITEMS),
                writing(
                        "/settings/set",
                        call -> existed(settings(call)
                                .set(client(call), key(call), call.arguments().text("value"))),
                        KEY,
                        VALUE,
                        FOR_CLIENT),
                writing("/settings/set_multi", SettingsByKey::setSeveral, ITEMS, FOR_CLIENT));
    }

    private static Operation reading(
            String path, Feature[] features, Function<OperationCall, OperationResult> step, Parameter... parameters) {
        return Operation.of(
                OperationDeclaration.reading(path, FeatureGroup.SETTINGS)
                        .takes(parameters)
                        .forFeatures(features),
                step);
    }

    private static Operation writing(
            String path, Function<OperationCall, OperationResult> step, Parameter... parameters) {
        return Operation.of(
                OperationDeclaration.writing(path, FeatureGroup.SETTINGS)
                        .takes(parameters)
                        .forFeatures(OWNER),
                step);
    }

    /** Null for each key without a value. */
    private static OperationResult several(OperationCall call) {
        var effective = effective(call);
        var several = Json.object();
        call.arguments().texts("keys").orElseThrow().forEach(key -> several.put(key, effective.get(key)));
        return result(several);
    }

    /** Everything that is set: by each client itself, and by the application. */
    private static OperationResult everything(OperationCall call) {
        var ofClients = Json.object();
        for (var client : call.application().clients().all()) {
            ofClients.set(client.id(), object(settings(call).ofClient(client.id())));
        }
        return OperationResult.of("client_settings", ofClients)
                .with("default_settings", object(settings(call).defaults()));
    }

    private static OperationResult setSeveral(OperationCall call) {
        var client = client(call);
        return setEach(call, (key, value) -> settings(call).set(client, key, value));
    }

    /** Sets every member of {@code items}; says of each whether there was one. */
    private static OperationResult setEach(OperationCall call, BiPredicate<String, String> set) {
        var each = Json.object();
        call.arguments()
                .json("items")
                .properties()
                .forEach(item -> each.put(
                        item.getKey(), set.test(item.getKey(), item.getValue().stringValue())));
        return result(each);
    }

    /** Null when the key has no value. */
    private static OperationResult value(Map<String, String> settings, OperationCall call) {
        return result(Optional.ofNullable(settings.get(key(call)))
                .<JsonNode>map(Json::text)
                .orElseGet(Json::nothing));
    }

    private static OperationResult keys(Map<String, String> settings) {
        return result(Json.array(settings.keySet()));
    }

    private static OperationResult existed(boolean existed) {
        return result(BooleanNode.valueOf(existed));
    }

    private static OperationResult result(JsonNode result) {
        return OperationResult.of("result", result);
    }

    private static JsonNode object(Map<String, String> settings) {
        var object = Json.object();
        settings.forEach(object::put);
        return object;
    }

    private static Map<String, String> effective(OperationCall call) {
        return settings(call).effective(client(call));
    }

    private static Map<String, String> own(OperationCall call) {
        return settings(call).ofClient(client(call));
    }

    private static Settings settings(OperationCall call) {
        return call.application().settings();
    }

    private static String client(OperationCall call) {
        return call.targetClient().id();
    }

    private static String key(OperationCall call) {
        return call.arguments().text("key");
    }
}
