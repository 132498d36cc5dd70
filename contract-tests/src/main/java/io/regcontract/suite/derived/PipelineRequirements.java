package io.regcontract.suite.derived;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Operation;
import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.tenant.Tenant;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/** 221, 224, 414, 416, 480, 510: what the service checks before every operation, for each operation. */
final class PipelineRequirements extends DerivedFamily {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private static final String ACCESS_TOKEN = "access_token";
    private static final String VERIFICATION_CODE = "verification_code";

    /** A call without its token, one that has outlived itself, and one that has not. */
    private record ExpiredAndValidToken(Call call, String old, String fresh) {}

    PipelineRequirements(Contract contract, PrototypeCalls prototypes) {
        super(contract, prototypes);
        forEachOperation((operation, prototype) -> {
            application(operation, prototype);
            availability(operation, prototype);
        });
        contract.operations().forEach(operation -> {
            prototypes.byToken(operation).ifPresent(bearer -> expired(operation, bearer));
            if (operation.parameter(VERIFICATION_CODE).isPresent()) {
                expiredCode(operation);
            }
        });
    }

    private void application(Operation operation, Function<Tenant, Call> prototype) {
        derive(221, "unknown-application", operation, "the named application exists nowhere", "R-application-or-host")
                .given(prototype)
                .drive((tenant, call) -> call.header(Call.APPLICATION, tenant.uniqueName("nowhere")))
                .twin((tenant, call) -> call);
        derive(224, "no-application-on-host", operation, "no application lives on the host", "R-application-or-host")
                .given(prototype)
                .drive((tenant, call) -> call.header(Call.HOST, tenant.hostWithoutApplication()))
                .twin((tenant, call) -> call);
    }

    private void availability(Operation operation, Function<Tenant, Call> prototype) {
        derive(480, "off-for-maintenance", operation, "its group is off for maintenance", "R-maintenance")
                .needs(Capability.MAINTENANCE)
                .given(tenant -> {
                    var call = prototype.apply(tenant);
                    tenant.environment().maintenance(Set.of(operation.group()));
                    return call;
                })
                .drive((tenant, call) -> call)
                .undo((tenant, call) -> tenant.environment().maintenance(Set.of()));
        derive(510, "over-quota", operation, "the application has used its quota up", "R-too-much")
                .needs(Capability.QUOTA)
                .given(tenant -> {
                    var call = prototype.apply(tenant);
                    tenant.environment().quota(1, Duration.ofMinutes(1));
                    tenant.perform(tenant.harmlessCall());
                    return call;
                })
                .drive((tenant, call) -> call)
                .undo((tenant, call) -> tenant.environment().liftQuota());
    }

    private void expired(Operation operation, Function<Tenant, BearerCall> bearer) {
        if (operation.credentials().contains(Operation.Credential.OAUTH_TOKEN)) {
            outlived(operation, "expired-token", "the access token has outlived its lifetime")
                    .given(outlived(bearer))
                    .drive((tenant, tokens) -> tokens.call().as(new Credential.OAuthHeader(tokens.old())))
                    .twin((tenant, tokens) -> tokens.call().as(new Credential.OAuthHeader(tokens.fresh())));
        }
        if (operation.parameter(ACCESS_TOKEN).isPresent()) {
            outlived(
                            operation,
                            "expired-token-in-parameter",
                            "the access token among the parameters has outlived its lifetime")
                    .given(outlived(bearer))
                    .drive((tenant, tokens) -> tokens.call().with(ACCESS_TOKEN, tokens.old()))
                    .twin((tenant, tokens) -> tokens.call().with(ACCESS_TOKEN, tokens.fresh()));
        }
    }

    private ErrorFamily.RequirementBuilder outlived(Operation operation, String slug, String condition) {
        return derive(414, slug, operation, condition, "R-access-token").needs(Capability.EXPIRED_TOKEN);
    }

    private static Function<Tenant, ExpiredAndValidToken> outlived(Function<Tenant, BearerCall> bearer) {
        return tenant -> {
            var caller = bearer.apply(tenant);
            var old = tenant.tokens().expiredAccessToken().orElseGet(() -> {
                var token = caller.token(tenant);
                tenant.environment().advance(LIFETIME);
                return token;
            });
            return new ExpiredAndValidToken(caller.call(), old, caller.token(tenant));
        };
    }

    /** The second spelling of an operation promises what the first does. */
    private void expiredCode(Operation operation) {
        derive(
                        416,
                        "after-its-lifetime",
                        operation,
                        "a verification code is used after its lifetime",
                        "R-single-use-codes")
                .waitingForExpiry()
                .given(tenant -> {
                    var entity = tenant.accounts().create().entity();
                    var life = tenant.environment().shortLifetime();
                    var old = tenant.tokens()
                            .verificationCode(entity, "emailVerified", Math.toIntExact(life.toSeconds()));
                    var fresh = tenant.tokens().verificationCode(entity, "emailVerified", 600);
                    tenant.environment().advance(life);
                    return new ExpiredAndValidToken(Call.to(operation.path(), new Credential.None()), old, fresh);
                })
                .drive((tenant, codes) -> codes.call().with(VERIFICATION_CODE, codes.old()))
                .twin((tenant, codes) -> codes.call().with(VERIFICATION_CODE, codes.fresh()));
    }
}
