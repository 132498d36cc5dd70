package io.regcontract.suite.derived;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Operation;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.tenant.Calls;
import io.regcontract.suite.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Calls that name their application, show a secret, bring a password or a creation token: what drills of sign-in,
 * clients and applications need.
 */
final class CallerDrillCalls {

    private static final Contract CONTRACT = Contract.load();
    private static final String SIGN_IN = "/oauth/auth_native_traditional";

    private final DrilledCalls calls;

    CallerDrillCalls(DrilledCalls calls) {
        this.calls = calls;
    }

    void add() {
        for (var operation : CONTRACT.operations().all()) {
            naming(operation);
            if (operation.path().startsWith("/oauth/")
                    && operation.credentials().contains(Operation.Credential.CLIENT_ID_ONLY)
                    && operation.credentials().contains(Operation.Credential.BASIC)) {
                calls.add("client-secret-rotated", operation.path(), tenant -> calls.prototype(operation)
                        .apply(tenant)
                        .as(tenant.owner().credential()));
            }
        }
        for (var drill : List.of("password-removed", "password-changed", "account-deleted", "address-changed")) {
            calls.add(
                    drill,
                    SIGN_IN,
                    tenant -> Calls.logIn(
                            tenant, tenant.flows().telling(), tenant.accounts().create()));
        }
        calls.add("creation-token-expired", "/entity.create", with("/entity.create", "creation_token"));
        for (var path : List.of("/entity.update", "/entity.replace")) {
            calls.add("written-password-used-before", path, tenant -> tenant.owner()
                    .of(path, tenant.accounts().create().entity())
                    .with("attributes", Json.of(password(tenant))));
        }
    }

    private void naming(Operation operation) {
        calls.add("application-id-unknown", operation.path(), tenant -> calls.prototype(operation)
                .apply(tenant)
                .header(Call.APPLICATION, tenant.application().id().orElseThrow()));
        calls.add("application-host-moved", operation.path(), tenant -> calls.prototype(operation)
                .apply(tenant)
                .header(Call.HOST, tenant.application().host().orElseThrow()));
    }

    private Function<Tenant, Call> with(String path, String parameter) {
        return calls.prototype(CONTRACT.operations().find(path).orElseThrow(), parameter);
    }

    private static Map<String, Object> password(Tenant tenant) {
        return Map.of(
                "email",
                tenant.accounts().newEmailAddress(),
                "password",
                tenant.accounts().newPassword());
    }
}
