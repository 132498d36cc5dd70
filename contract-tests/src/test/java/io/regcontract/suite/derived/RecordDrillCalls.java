package io.regcontract.suite.derived;

import static io.regcontract.suite.tenant.Attribute.plural;
import static io.regcontract.suite.tenant.Attribute.string;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.tenant.Calls;
import io.regcontract.suite.tenant.Tenant;
import java.util.List;
import java.util.Map;

/** Calls that name an element, send a time, or change an address: what drills of records need. */
final class RecordDrillCalls {

    private static final String WRITTEN = "{\"badge\":\"8\"}";

    private final DrilledCalls calls;

    RecordDrillCalls(DrilledCalls calls) {
        this.calls = calls;
    }

    void add() {
        for (var path : List.of("/entity", "/entity.update", "/entity.replace", "/entity.delete")) {
            calls.add("element-deleted", path, tenant -> card(tenant, path));
            calls.add("record-changed", path, tenant -> withTime(tenant, path));
        }
        for (var drill : List.of("address-taken", "address-taken-by-social")) {
            calls.add(drill, "/oauth/auth_native", RecordDrillCalls::thinRegistration);
            calls.add(drill, "/oauth/update_profile_native", RecordDrillCalls::changeOfAddress);
        }
    }

    /** A call about one element of a plural. */
    static Call card(Tenant tenant, String path) {
        var entity = tenant.types()
                .create(plural("cards", string("number")))
                .entity("cards", List.of(Map.of("number", "7"), Map.of("number", "9")));
        var id = tenant.types().value(entity, "cards").path(0).path("id").asLong(0);
        var call = tenant.owner().of(path, entity).with("attribute_name", "cards#" + id);
        return isWriting(path) ? call.with("attributes", Json.of(Map.of("number", "8"))) : call;
    }

    /** A call that says when the record was changed last. */
    private static Call withTime(Tenant tenant, String path) {
        var entity = RecordCalls.badges(tenant).entity(RecordCalls.BADGE, "7");
        var call = tenant.owner()
                .of(path, entity)
                .with("lastUpdated", tenant.types().value(entity, "lastUpdated").asString());
        return isWriting(path) ? call.with("attributes", WRITTEN) : call;
    }

    private static boolean isWriting(String path) {
        return path.equals("/entity.update") || path.equals("/entity.replace");
    }

    private static Call thinRegistration(Tenant tenant) {
        return Calls.socialLogIn(tenant, tenant.accounts().socialSignIn()).with("thin_registration", "true");
    }

    private static Call changeOfAddress(Tenant tenant) {
        return Calls.signIn(
                        tenant, "/oauth/update_profile_native", tenant.flows().signIn(), "editProfileForm")
                .with(
                        "access_token",
                        tenant.tokens()
                                .accessTokenForLogin(tenant.accounts().create().entity()))
                .with("emailAddress", tenant.accounts().newEmailAddress());
    }
}
