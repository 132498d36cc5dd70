package io.regcontract.suite.derived;

import io.regcontract.contract.Contract;
import io.regcontract.contract.Operation;
import io.regcontract.environment.Capability;
import io.regcontract.suite.exchange.Call;
import io.regcontract.suite.exchange.Credential;
import io.regcontract.suite.tenant.Tenant;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/** 221, 224, 414, 480, 510: what stands before every operation stands before each of them. */
final class PipelineRequirements extends DerivedFamily {

    private static final Duration LIFETIME = Duration.ofHours(1);

    /** A call with a token that has outlived itself, and a token that has not. */
    private record Tokens(Call call, String fresh) {}

    PipelineRequirements(Contract contract, Prototypes prototypes) {
        super(contract, prototypes);
        forEachOperation((operation, prototype) -> {
            application(operation, prototype);
            availability(operation, prototype);
        });
        contract.operations().forEach(operation -> {
            if (operation.credentials().contains(Operation.Credential.OAUTH_TOKEN)) {
                expired(operation);
            }
        });
    }

    private void application(Operation operation, Function<Tenant, Call> prototype) {
        derive(221, "unknown-application", operation, "the named application exists nowhere", "R-application-or-host")
                .given(prototype)
                .drive((tenant, call) -> call.header(Call.APPLICATION, tenant.unique("nowhere")))
                .twin((tenant, call) -> call);
        derive(224, "no-application-on-host", operation, "no application lives on the host", "R-application-or-host")
                .given(prototype)
                .drive((tenant, call) -> call.header(Call.HOST, tenant.emptyHost()))
                .twin((tenant, call) -> call);
    }

    private void availability(Operation operation, Function<Tenant, Call> prototype) {
        derive(480, "off-for-maintenance", operation, "its group is off for maintenance", "R-maintenance")
                .needs(Capability.MAINTENANCE)
                .given(tenant -> {
                    var call = prototype.apply(tenant);
                    tenant.world().maintenance(Set.of(operation.group()));
                    return call;
                })
                .drive((tenant, call) -> call)
                .undo((tenant, call) -> tenant.world().maintenance(Set.of()));
        derive(510, "over-quota", operation, "the application has used its quota up", "R-too-much")
                .needs(Capability.QUOTA)
                .given(tenant -> {
                    var call = prototype.apply(tenant);
                    tenant.world().quota(1, Duration.ofMinutes(1));
                    tenant.perform(tenant.owner().call("/clients/list"));
                    return call;
                })
                .drive((tenant, call) -> call)
                .undo((tenant, call) -> tenant.world().noQuota());
    }

    private void expired(Operation operation) {
        derive(414, "expired-token", operation, "the access token has outlived its lifetime", "R-access-token")
                .needs(Capability.TIME_TRAVEL)
                .given(tenant -> {
                    var person = tenant.account().entity();
                    var old = tenant.accessToken(person);
                    tenant.world().advance(LIFETIME.plusSeconds(1));
                    return new Tokens(byToken(operation, tenant, old), tenant.accessToken(person));
                })
                .drive((tenant, tokens) -> tokens.call())
                .twin((tenant, tokens) -> tokens.call().as(new Credential.OAuthHeader(tokens.fresh())));
    }

    private static Call byToken(Operation operation, Tenant tenant, String token) {
        var call = Call.to(operation.path(), new Credential.OAuthHeader(token)).with("type_name", Tenant.USER);
        if (operation.path().equals("/entity.update")) {
            return call.with("attributes", "{\"givenName\":\"Ada\"}");
        }
        if (operation.path().equals("/entity.replace")) {
            return call.with("attributes", "{\"email\":\"" + tenant.address() + "\"}");
        }
        return operation.path().equals("/access/getVerificationCode")
                ? call.with("attribute_name", "emailVerified")
                : call;
    }
}
