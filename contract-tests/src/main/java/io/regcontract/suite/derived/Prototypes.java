package io.regcontract.suite.derived;

import static io.regcontract.suite.tenant.Attribute.plural;
import static io.regcontract.suite.tenant.Attribute.string;

import io.regcontract.suite.exchange.Call;
import io.regcontract.suite.tenant.Attribute;
import io.regcontract.suite.tenant.Calls;
import io.regcontract.suite.tenant.Entity;
import io.regcontract.suite.tenant.EntityType;
import io.regcontract.suite.tenant.Json;
import io.regcontract.suite.tenant.Tenant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * For each operation one call that succeeds, with everything it needs made before. Requirements are derived by changing
 * one thing about it. The calls name records by uuid, and say all that must be said and no more.
 */
final class Prototypes {

    private final Map<String, Function<Tenant, Call>> byOperation = new LinkedHashMap<>();

    Prototypes() {
        clients();
        settings();
        records();
        types();
        access();
        signIn();
    }

    /** By path of the operation. */
    Map<String, Function<Tenant, Call>> byOperation() {
        return Collections.unmodifiableMap(byOperation);
    }

    private void clients() {
        owner("/clients/add", (tenant, call) -> call.with("description", tenant.unique("client")));
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
        owner("/settings/set_default", (tenant, call) -> call.with("key", tenant.unique("setting"))
                .with("value", "7"));
        owner(
                "/settings/set_default_multi",
                (tenant, call) -> call.with("items", Json.of(Map.of(tenant.unique("setting"), "7"))));
        owner("/settings/get_default", (tenant, call) -> call.with("key", "login_attempts"));
        owner("/settings/delete_default", (tenant, call) -> call.with("key", tenant.unique("setting")));
        for (var listing : List.of("/settings/default_items", "/settings/default_keys", "/settings/get_all")) {
            owner(listing, (tenant, call) -> call);
        }
        forClient("/settings/widget/publish", call -> call);
        forClient("/settings/widget/list", call -> call);
        forClient("/settings/widget/delete", call -> call);
        byOperation.put("/settings/widget/get", tenant -> {
            var client = clientId(tenant);
            tenant.perform(tenant.owner().call("/settings/widget/publish").with("for_client_id", client));
            return tenant.owner().call("/settings/widget/get").with("for_client_id", client);
        });
    }

    private void records() {
        ofRecord("/entity", call -> call);
        ofRecord("/entity.update", call -> call.with("attributes", "{\"badge\":\"8\"}"));
        ofRecord("/entity.replace", call -> call.with("attributes", "{\"badge\":\"8\"}"));
        ofRecord("/entity.delete", call -> call);
        ofRecord("/entity.deleteAccess", call -> call);
        ofType("/entity.find", call -> call);
        ofType("/entity.count", call -> call);
        ofType("/entity.create", call -> call.with("attributes", "{\"badge\":\"8\"}"));
        ofType("/entity.bulkCreate", call -> call.with("all_attributes", "[{\"badge\":\"8\"}]"));
        ofType("/entity.bulkDelete", call -> call.with("filter", "badge = '7'"));
        ofType("/entity.purge", call -> call.with("commit", "true"));
        byOperation.put("/entity.adopt", tenant -> {
            var type = tenant.typeWith(plural("cards", string("number")));
            var from = type.entity("cards", List.of(Map.of("number", "7")));
            var to = type.entity("cards", List.of());
            return tenant.owner()
                    .call("/entity.adopt")
                    .with("type_name", type.name())
                    .with("id", Long.toString(to.id()))
                    .with("attribute_name", "cards")
                    .with(
                            "child_id",
                            Long.toString(tenant.value(from, "cards")
                                    .path(0)
                                    .path("id")
                                    .asLong(0)));
        });
        byOperation.put("/versions/entity", tenant -> {
            var entity = entity(tenant);
            return tenant.owner()
                    .call("/versions/entity")
                    .with("type_name", entity.type())
                    .with("id", Long.toString(entity.id()))
                    .with("timestamp", tenant.value(entity, "lastUpdated").asString());
        });
        byOperation.put("/versions/entityType", tenant -> {
            var entity = entity(tenant);
            return tenant.owner()
                    .call("/versions/entityType")
                    .with("type_name", entity.type())
                    .with("timestamp", tenant.value(entity, "lastUpdated").asString());
        });
    }

    private void types() {
        owner("/entityType.list", (tenant, call) -> call);
        owner("/entityType.create", (tenant, call) -> call.with("type_name", tenant.unique("type"))
                .with("attr_defs", "[]"));
        ofType("/entityType", call -> call);
        ofType("/entityType.delete", call -> call.with("commit", "true"));
        ofType(
                "/entityType.addAttribute",
                call -> call.with("attr_def", Json.of(string("emblem").definition())));
        ofType("/entityType.removeAttribute", call -> call.with("attribute_name", "badge"));
        ofType("/entityType.renameAttribute", call -> call.with("source_name", "badge")
                .with("target_name", "emblem"));
        ofType("/entityType.setAttributeConstraints", call -> call.with("attribute_name", "badge")
                .with("constraints", "[\"alphanumeric\"]"));
        ofType("/entityType.setAttributeDescription", call -> call.with("attribute_name", "badge")
                .with("description", "\"what it is\""));
        ofType("/entityType.addRule", Prototypes::rule);
        ofType("/entityType.rules", call -> call);
        ofType("/entityType.properties", call -> call);
        ofType("/entityType.addProperty", call -> property(call));
        ofType("/entityType.setPasswordSettings", call -> call.with("settings", "{\"historySize\":3}"));
        removed("/entityType.removeRule", "/entityType.addRule", Prototypes::rule);
        removed("/entityType.removeProperty", "/entityType.addProperty", Prototypes::property);
        for (var operation : List.of("/entityType.getAccessSchema", "/entityType.setAccessSchema")) {
            byOperation.put(operation, tenant -> {
                var call = tenant.owner()
                        .call(operation)
                        .with("type_name", badges(tenant).name())
                        .with("for_client_id", clientId(tenant))
                        .with("access_type", "read");
                return operation.endsWith("setAccessSchema") ? call.with("attributes", "[\"/badge\"]") : call;
            });
        }
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
        byOperation.put(operation, tenant -> {
            var type = badges(tenant).name();
            var made = tenant.perform(addition.apply(tenant.owner().call(added).with("type_name", type)));
            return tenant.owner()
                    .call(operation)
                    .with("type_name", type)
                    .with("uuid", made.path("result").path("uuid").asString());
        });
    }

    private void access() {
        ofRecord("/access/getAccessToken", call -> call);
        ofRecord("/access/getAuthorizationCode", call -> call.with("redirect_uri", Calls.REDIRECT));
        byOperation.put("/access/getVerificationCode", tenant -> tenant.owner()
                .of("/access/getVerificationCode", tenant.account().entity())
                .with("attribute_name", "emailVerified"));
        ofType("/access/getCreationToken", call -> call);
        // Its second spelling, use_verification_code, is the same operation.
        byOperation.put(
                "/access/useVerificationCode",
                tenant -> Calls.verify(tenant.verificationCode(tenant.account().entity(), "emailVerified", 600)));
        byOperation.put(
                "/oauth/token",
                tenant -> Calls.exchange(
                        tenant, tenant.authorizationCode(tenant.account().entity(), Calls.REDIRECT)));
    }

    private void signIn() {
        byOperation.put(
                "/oauth/auth_native_traditional", tenant -> Calls.logIn(tenant, Calls.HIDING, tenant.account()));
        byOperation.put(
                "/oauth/register_native_traditional",
                tenant -> Calls.register(tenant, tenant.address(), tenant.password()));
        byOperation.put(
                "/oauth/forgot_password_native",
                tenant -> Calls.forgot(tenant, Calls.HIDING, tenant.account().email()));
        byOperation.put("/oauth/verify_email_native", tenant -> Calls.signIn(
                        tenant, "/oauth/verify_email_native", Calls.HIDING, "resendVerificationForm")
                .with("signInEmailAddress", tenant.account().email()));
        byOperation.put("/oauth/update_profile_native", tenant -> {
            var token = tenant.perform(Calls.logIn(tenant, Calls.HIDING, tenant.account()));
            return Calls.changePassword(tenant, token.path("access_token").asString(), tenant.password());
        });
    }

    private void owner(String operation, BiFunction<Tenant, Call, Call> completed) {
        byOperation.put(
                operation, tenant -> completed.apply(tenant, tenant.owner().call(operation)));
    }

    private void forClient(String operation, Function<Call, Call> completed) {
        byOperation.put(
                operation,
                tenant -> completed.apply(tenant.owner().call(operation).with("for_client_id", clientId(tenant))));
    }

    private void ofType(String operation, Function<Call, Call> completed) {
        byOperation.put(
                operation,
                tenant -> completed.apply(tenant.owner()
                        .call(operation)
                        .with("type_name", badges(tenant).name())));
    }

    private void ofRecord(String operation, Function<Call, Call> completed) {
        byOperation.put(operation, tenant -> completed.apply(tenant.owner().of(operation, entity(tenant))));
    }

    private static String clientId(Tenant tenant) {
        return tenant.client("direct_read_access").id();
    }

    private static EntityType badges(Tenant tenant) {
        return tenant.typeWith(Attribute.string("badge"));
    }

    private static Entity entity(Tenant tenant) {
        return badges(tenant).entity("badge", "7");
    }
}
