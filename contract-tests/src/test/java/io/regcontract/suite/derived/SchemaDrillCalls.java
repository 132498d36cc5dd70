package io.regcontract.suite.derived;

import static io.regcontract.suite.tenant.Attribute.string;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Operation;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.tenant.EntityType;
import io.regcontract.suite.tenant.Tenant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Calls that name an attribute, write a text, or leave something empty: what drills of schemas and flows need. */
final class SchemaDrillCalls {

    private static final Contract CONTRACT = Contract.load();

    private static final String BADGE = RecordCalls.BADGE;
    private static final String EMBLEM = "emblem";
    private static final String TEXT = "badge no. seven";

    private final DrilledCalls calls;

    SchemaDrillCalls(DrilledCalls calls) {
        this.calls = calls;
    }

    void add() {
        for (var drill : List.of("attribute-removed", "attribute-hidden")) {
            naming(drill);
        }
        byKey();
        for (var drill : List.of(
                "attribute-made-ip-address",
                "attribute-type-changed",
                "attribute-made-date",
                "constraint-added",
                "rule-added",
                "length-tightened")) {
            writing(drill, tenant -> tenant.types().create(string(BADGE)), Map.of(BADGE, "9"), Map.of(BADGE, TEXT));
        }
        writing(
                "attribute-made-unique",
                tenant -> tenant.types().create(string(BADGE)).holding(BADGE, TEXT),
                Map.of(BADGE, "9"),
                Map.of(BADGE, TEXT));
        required();
        withoutFlow();
    }

    private void naming(String drill) {
        calls.add(drill, "/entity", tenant -> calls.prototype(operation("/entity"))
                .apply(tenant)
                .with("attribute_name", BADGE));
        calls.add(drill, "/entity.find", tenant -> calls.prototype(operation("/entity.find"))
                .apply(tenant)
                .with("attributes", "[\"badge\"]"));
        calls.add(drill, "/entity.delete", tenant -> RecordDrillCalls.card(tenant, "/entity.delete"));
    }

    /** The operations that name an attribute only to find records by it. */
    private void byKey() {
        for (var path : List.of("/entity.deleteAccess", "/access/getAccessToken", "/access/getAuthorizationCode")) {
            for (var drill : List.of("attribute-removed", "attribute-hidden")) {
                calls.add(drill, path, calls.prototype(operation(path), "key_attribute"));
            }
        }
        for (var path : List.of("/entity.count", "/entity.bulkDelete")) {
            calls.add("attribute-hidden", path, tenant -> calls.prototype(operation(path))
                    .apply(tenant)
                    .with("filter", "badge = '7'"));
        }
    }

    private void writing(
            String drill, Function<Tenant, EntityType> type, Map<String, Object> before, Map<String, ?> written) {
        calls.add(drill, "/entity.create", tenant -> create(tenant, type.apply(tenant), written));
        calls.add(drill, "/entity.bulkCreate", tenant -> tenant.owner()
                .call("/entity.bulkCreate")
                .with("type_name", type.apply(tenant).name())
                .with("all_attributes", Json.of(List.of(written))));
        for (var path : List.of("/entity.update", "/entity.replace")) {
            calls.add(drill, path, tenant -> tenant.owner()
                    .of(path, type.apply(tenant).entity(before))
                    .with("attributes", Json.of(written)));
        }
    }

    private static Call create(Tenant tenant, EntityType type, Map<String, ?> written) {
        return tenant.owner()
                .call("/entity.create")
                .with("type_name", type.name())
                .with("attributes", Json.of(written));
    }

    /** An attribute that is left out, or set to null where others stay as they are. */
    private void required() {
        var drill = "attribute-made-required";
        Function<Tenant, EntityType> two = tenant -> tenant.types().create(string(BADGE), string(EMBLEM));
        calls.add(drill, "/entity.create", tenant -> create(tenant, two.apply(tenant), Map.of(BADGE, TEXT)));
        calls.add(drill, "/entity.bulkCreate", tenant -> tenant.owner()
                .call("/entity.bulkCreate")
                .with("type_name", two.apply(tenant).name())
                .with("all_attributes", Json.of(List.of(Map.of(BADGE, TEXT)))));
        calls.add(drill, "/entity.replace", tenant -> tenant.owner()
                .of("/entity.replace", two.apply(tenant).entity(BADGE, "9"))
                .with("attributes", Json.of(Map.of(BADGE, TEXT))));
        calls.add(drill, "/entity.update", tenant -> tenant.owner()
                .of("/entity.update", two.apply(tenant).entity(EMBLEM, "9"))
                .with("attributes", Json.of(Collections.singletonMap(EMBLEM, null))));
    }

    /** The application's settings say which flow it is. */
    private void withoutFlow() {
        CONTRACT.operations().all().stream()
                .filter(operation -> operation.parameter("flow").isPresent())
                .forEach(operation ->
                        calls.add("default-flow-unknown", operation.path(), tenant -> calls.prototype(operation)
                                .apply(tenant)
                                .without("flow")));
    }

    static Operation operation(String path) {
        return CONTRACT.operations().find(path).orElseThrow();
    }
}
