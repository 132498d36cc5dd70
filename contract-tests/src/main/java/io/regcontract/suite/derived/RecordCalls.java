package io.regcontract.suite.derived;

import static io.regcontract.suite.tenant.Attribute.plural;
import static io.regcontract.suite.tenant.Attribute.string;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.tenant.Calls;
import io.regcontract.suite.tenant.Entity;
import io.regcontract.suite.tenant.EntityType;
import io.regcontract.suite.tenant.Tenant;
import io.regcontract.suite.tenant.TenantAccounts;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How records are read and written, and how tokens and codes are issued for them: calls that succeed. */
final class RecordCalls {

    /** The attribute of the records made here; unique, so that it can identify a record. */
    static final String BADGE = "badge";

    private static final String WRITTEN = "{\"badge\":\"8\"}";

    private final PrototypeCalls prototypes;

    private RecordCalls(PrototypeCalls prototypes) {
        this.prototypes = prototypes;
    }

    static void describe(PrototypeCalls prototypes) {
        var calls = new RecordCalls(prototypes);
        calls.records();
        calls.versions();
        calls.access();
        calls.byToken();
    }

    private void records() {
        ofRecord("/entity", call -> call);
        ofRecord("/entity.update", call -> call.with("attributes", WRITTEN));
        ofRecord("/entity.replace", call -> call.with("attributes", WRITTEN));
        for (var writing : List.of("/entity.update", "/entity.replace")) {
            prototypes.add(writing, "attributes", tenant -> tenant.owner()
                    .of(writing, entity(tenant))
                    .with("attributes", WRITTEN));
            prototypes.add(writing, "value", tenant -> tenant.owner()
                    .of(writing, entity(tenant))
                    .with("value", WRITTEN));
        }
        for (var password : List.of("password_attribute", "password_value")) {
            prototypes.add("/entity", password, tenant -> {
                var account = tenant.accounts().create();
                return tenant.owner()
                        .of("/entity", account.entity())
                        .with("password_attribute", "password")
                        .with("password_value", account.password());
            });
        }
        ofRecord("/entity.delete", call -> call);
        ofRecord("/entity.deleteAccess", call -> call);
        prototypes.add("/entity.find", ofType("/entity.find", call -> call));
        prototypes.add("/entity.count", ofType("/entity.count", call -> call));
        prototypes.add("/entity.create", ofType("/entity.create", call -> call.with("attributes", WRITTEN)));
        prototypes.add("/entity.create", "creation_token", tenant -> {
            var type = badges(tenant).name();
            return Call.to("/entity.create", new Credential.None())
                    .with("creation_token", tenant.tokens().creationToken(type, 600))
                    .with("attributes", WRITTEN);
        });
        prototypes.add(
                "/entity.bulkCreate",
                ofType("/entity.bulkCreate", call -> call.with("all_attributes", "[" + WRITTEN + "]")));
        prototypes.add("/entity.bulkDelete", ofType("/entity.bulkDelete", call -> call.with("filter", "badge = '7'")));
        prototypes.add("/entity.purge", ofType("/entity.purge", call -> call.with("commit", "true")));
        prototypes.add("/entity.adopt", tenant -> {
            var type = tenant.types().create(plural("cards", string("number")));
            var from = type.entity("cards", List.of(Map.of("number", "7")));
            var to = type.entity("cards", List.of());
            return tenant.owner()
                    .call("/entity.adopt")
                    .with("type_name", type.name())
                    .with("id", Long.toString(to.id()))
                    .with("attribute_name", "cards")
                    .with(
                            "child_id",
                            Long.toString(tenant.types()
                                    .value(from, "cards")
                                    .path(0)
                                    .path("id")
                                    .asLong(0)));
        });
    }

    private void versions() {
        prototypes.add("/versions/entity", tenant -> {
            var entity = entity(tenant);
            return tenant.owner()
                    .call("/versions/entity")
                    .with("type_name", entity.type())
                    .with("id", Long.toString(entity.id()))
                    .with(
                            "timestamp",
                            tenant.types().value(entity, "lastUpdated").asString());
        });
        prototypes.add("/versions/entityType", tenant -> {
            var entity = entity(tenant);
            return tenant.owner()
                    .call("/versions/entityType")
                    .with("type_name", entity.type())
                    .with(
                            "timestamp",
                            tenant.types().value(entity, "lastUpdated").asString());
        });
    }

    private void access() {
        ofRecord("/access/getAccessToken", call -> call);
        ofRecord("/access/getAuthorizationCode", call -> call.with("redirect_uri", Calls.REDIRECT));
        prototypes.add("/access/getCreationToken", ofType("/access/getCreationToken", call -> call));
        var verification = "/access/getVerificationCode";
        Function<Call, Call> stamping = call -> call.with("attribute_name", "emailVerified");
        prototypes.add(
                verification,
                tenant -> stamping.apply(tenant.owner()
                        .of(verification, tenant.accounts().create().entity())));
        selected(
                verification,
                stamping,
                tenant -> tenant.accounts().create(),
                account -> account.entity(),
                "email",
                account -> account.email());
    }

    /** The operations whose record is that of an access token's person. */
    private void byToken() {
        bearer("/entity", (tenant, call) -> call);
        bearer("/entity.delete", (tenant, call) -> call);
        bearer("/entity.update", (tenant, call) -> call.with("attributes", "{\"givenName\":\"Ada\"}"));
        bearer(
                "/entity.replace",
                (tenant, call) -> call.with(
                        "attributes", "{\"email\":\"" + tenant.accounts().newEmailAddress() + "\"}"));
        bearer("/access/getVerificationCode", (tenant, call) -> call.with("attribute_name", "emailVerified"));
    }

    private void bearer(String operation, BiFunction<Tenant, Call, Call> completed) {
        Function<Tenant, BearerCall> bearer = tenant -> new BearerCall(
                tenant.accounts().create().entity(),
                completed.apply(
                        tenant, Call.to(operation, new Credential.None()).with("type_name", TenantAccounts.TYPE)));
        prototypes.addByToken(operation, bearer);
        prototypes.add(operation, "access_token", tenant -> {
            var person = bearer.apply(tenant);
            return person.with(person.token(tenant));
        });
    }

    private void ofRecord(String operation, Function<Call, Call> completed) {
        prototypes.add(operation, tenant -> completed.apply(tenant.owner().of(operation, entity(tenant))));
        selected(operation, completed, RecordCalls::entity, entity -> entity, BADGE, entity -> "7");
    }

    /** Adds the operation for a record that is named by uuid, by number, and by the value of a unique attribute. */
    private <T> void selected(
            String operation,
            Function<Call, Call> completed,
            Function<Tenant, T> made,
            Function<T, Entity> entity,
            String attribute,
            Function<T, String> value) {
        prototypes.add(
                operation,
                "uuid",
                tenant -> completed.apply(tenant.owner().of(operation, entity.apply(made.apply(tenant)))));
        prototypes.add(operation, "id", tenant -> {
            var record = entity.apply(made.apply(tenant));
            return completed.apply(tenant.owner()
                    .call(operation)
                    .with("type_name", record.type())
                    .with("id", Long.toString(record.id())));
        });
        for (var key : List.of("key_attribute", "key_value")) {
            prototypes.add(operation, key, tenant -> {
                var record = made.apply(tenant);
                return completed.apply(tenant.owner()
                        .call(operation)
                        .with("type_name", entity.apply(record).type())
                        .with("key_attribute", attribute)
                        .with("key_value", Json.of(value.apply(record))));
            });
        }
    }

    static Function<Tenant, Call> ofType(String operation, Function<Call, Call> completed) {
        return tenant -> completed.apply(
                tenant.owner().call(operation).with("type_name", badges(tenant).name()));
    }

    static EntityType badges(Tenant tenant) {
        return tenant.types().create(string(BADGE).unique());
    }

    private static Entity entity(Tenant tenant) {
        return badges(tenant).entity(BADGE, "7");
    }
}
