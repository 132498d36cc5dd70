package io.regcontract.suite.derived;

import static io.regcontract.suite.tenant.Attribute.string;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How clients, settings and entity types are administered: a call that succeeds for each operation. */
final class AdministrationCalls {

    private final PrototypeCalls prototypes;

    private AdministrationCalls(PrototypeCalls prototypes) {
        this.prototypes = prototypes;
    }

    static void describe(PrototypeCalls prototypes) {
        var calls = new AdministrationCalls(prototypes);
        calls.clients();
        calls.settings();
        calls.types();
    }

    private void clients() {
        owner("/clients/add", (tenant, call) -> call.with("description", tenant.uniqueName("client")));
        owner("/clients/list", (tenant, call) -> call);
        owner("/clients/delete", (tenant, call) -> call.with("client_id_for_deletion", clientId(tenant)));
        forClient("/clients/set_description", call -> call.with("description", "another description"));
        forClient("/clients/set_features", call -> call.with("features", "[\"direct_access\"]"));
        forClient("/clients/set_whitelist", call -> call.with("whitelist", "[\"0.0.0.0/0\"]"));
        forClient("/clients/clear_whitelist", call -> call);
        forClient("/clients/reset_secret", call -> call.with("hours_to_live", "24"));
    }

    private void settings() {
        forClient("/settings/set", call -> call.with("key", "level").with("value", "7"));
        forClient("/settings/set_multi", call -> call.with("items", "{\"level\":\"7\"}"));
        for (var reading : List.of("/settings/get", "/settings/delete")) {
            forClient(reading, call -> call.with("key", "level"));
        }
        forClient("/settings/get_multi", call -> call.with("keys", "[\"level\"]"));
        for (var listing :
                List.of("/settings/items", "/settings/keys", "/settings/client_items", "/settings/client_keys")) {
            forClient(listing, call -> call);
        }
        owner("/settings/set_default", (tenant, call) -> call.with("key", tenant.uniqueName("setting"))
                .with("value", "7"));
        owner(
                "/settings/set_default_multi",
                (tenant, call) -> call.with("items", Json.of(Map.of(tenant.uniqueName("setting"), "7"))));
        owner("/settings/get_default", (tenant, call) -> call.with("key", "login_attempts"));
        owner("/settings/delete_default", (tenant, call) -> call.with("key", tenant.uniqueName("setting")));
        for (var listing : List.of("/settings/default_items", "/settings/default_keys", "/settings/get_all")) {
            owner(listing, (tenant, call) -> call);
        }
        forClient("/settings/widget/publish", call -> call);
        forClient("/settings/widget/list", call -> call);
        forClient("/settings/widget/delete", call -> call);
        prototypes.add(
                "/settings/widget/get",
                tenant -> tenant.owner().call("/settings/widget/get").with("for_client_id", published(tenant)));
        prototypes.add("/settings/widget/list", "for_client_id", tenant -> {
            var client = published(tenant);
            var latest =
                    tenant.perform(tenant.owner().call("/settings/widget/get").with("for_client_id", client));
            return tenant.owner()
                    .call("/settings/widget/list")
                    .with("for_client_id", client)
                    .with(
                            "version",
                            latest.path("results")
                                    .path("janrain_settings_version")
                                    .asString(""));
        });
    }

    /** A client whose settings are published. */
    private static String published(Tenant tenant) {
        var client = clientId(tenant);
        tenant.perform(tenant.owner().call("/settings/widget/publish").with("for_client_id", client));
        return client;
    }

    private void types() {
        owner("/entityType.list", (tenant, call) -> call);
        owner("/entityType.create", (tenant, call) -> call.with("type_name", tenant.uniqueName("type"))
                .with("attr_defs", "[]"));
        ofType("/entityType", call -> call);
        ofType("/entityType.delete", call -> call.with("commit", "true"));
        ofType(
                "/entityType.addAttribute",
                call -> call.with("attr_def", Json.of(string("emblem").definition())));
        ofType("/entityType.removeAttribute", call -> call.with("attribute_name", RecordCalls.BADGE));
        ofType("/entityType.renameAttribute", call -> call.with("source_name", RecordCalls.BADGE)
                .with("target_name", "emblem"));
        ofType("/entityType.setAttributeConstraints", call -> call.with("attribute_name", RecordCalls.BADGE)
                .with("constraints", "[\"alphanumeric\"]"));
        ofType("/entityType.setAttributeDescription", call -> call.with("attribute_name", RecordCalls.BADGE)
                .with("description", "\"what it is\""));
        ofType("/entityType.addRule", AdministrationCalls::rule);
        ofType("/entityType.rules", call -> call);
        ofType("/entityType.properties", call -> call);
        ofType("/entityType.addProperty", AdministrationCalls::property);
        ofType("/entityType.setPasswordSettings", call -> call.with("settings", "{\"historySize\":3}"));
        removed("/entityType.removeRule", "/entityType.addRule", AdministrationCalls::rule);
        removed("/entityType.removeProperty", "/entityType.addProperty", AdministrationCalls::property);
        accessSchema("/entityType.getAccessSchema", call -> call);
        accessSchema("/entityType.setAccessSchema", call -> call.with("attributes", "[\"/badge\"]"));
    }

    private void accessSchema(String operation, Function<Call, Call> completed) {
        prototypes.add(
                operation,
                tenant -> completed.apply(tenant.owner()
                        .call(operation)
                        .with("type_name", RecordCalls.badges(tenant).name())
                        .with("for_client_id", clientId(tenant))
                        .with("access_type", "read")));
    }

    private static Call rule(Call call) {
        return call.with("attributes", "[\"/badge\"]")
                .with("description", "short")
                .with("definition", "{\"and\":[{\"max-length\":25}]}");
    }

    private static Call property(Call call) {
        return call.with("property", "label").with("attributes", "[\"/badge\"]").with("definition", "\"Badge\"");
    }

    private void removed(String operation, String added, Function<Call, Call> addition) {
        prototypes.add(operation, tenant -> {
            var type = RecordCalls.badges(tenant).name();
            var made = tenant.perform(addition.apply(tenant.owner().call(added).with("type_name", type)));
            return tenant.owner()
                    .call(operation)
                    .with("type_name", type)
                    .with("uuid", made.path("result").path("uuid").asString());
        });
    }

    private void owner(String operation, BiFunction<Tenant, Call, Call> completed) {
        prototypes.add(
                operation, tenant -> completed.apply(tenant, tenant.owner().call(operation)));
    }

    private void forClient(String operation, Function<Call, Call> completed) {
        prototypes.add(
                operation,
                tenant -> completed.apply(tenant.owner().call(operation).with("for_client_id", clientId(tenant))));
    }

    private void ofType(String operation, Function<Call, Call> completed) {
        prototypes.add(operation, RecordCalls.ofType(operation, completed));
    }

    private static String clientId(Tenant tenant) {
        return tenant.client("direct_read_access").id();
    }
}
