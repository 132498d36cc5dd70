package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.API_FEATURE_DISABLED;
import static io.regcontract.contract.model.ErrorCode.API_LIMIT_ERROR;
import static io.regcontract.contract.model.ErrorCode.UNEXPECTED_ERROR;
import static io.regcontract.suite.tenant.Attribute.string;

import io.regcontract.environment.Capability;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.tenant.Calls;
import java.time.Duration;
import java.util.Set;

/** 480, 500, 510: the operation is switched off, the service fails inside, or the limit of calls is reached. */
final class AvailabilityErrors extends ErrorFamily {

    {
        prove(API_FEATURE_DISABLED, "maintenance")
                .on("/entity.count")
                .when("the entity operations are off for maintenance while others answer")
                .readAs("R-maintenance")
                .needs(Capability.MAINTENANCE)
                .given(tenant -> {
                    var type = tenant.types().create(string("badge"));
                    tenant.environment().maintenance(Set.of("entity"));
                    tenant.perform(tenant.owner().call("/clients/list"));
                    return type;
                })
                .drive((tenant, type) -> tenant.owner().call("/entity.count").with("type_name", type.name()))
                .undo((tenant, type) -> tenant.environment().maintenance(Set.of()));

        prove(API_FEATURE_DISABLED, "maintenance")
                .on("/oauth/auth_native_traditional")
                .when("sign-in is off for maintenance while others answer")
                .readAs("R-maintenance")
                .needs(Capability.MAINTENANCE)
                .given(tenant -> {
                    var account = tenant.accounts().create();
                    tenant.environment().maintenance(Set.of("oauth"));
                    tenant.perform(tenant.owner().of("/entity", account.entity()));
                    return account;
                })
                .drive((tenant, account) -> Calls.logIn(tenant, tenant.flows().signIn(), account))
                .undo((tenant, account) -> tenant.environment().maintenance(Set.of()));

        prove(API_FEATURE_DISABLED, "maintenance")
                .on("/access/getAccessToken")
                .when("the operations on tokens and codes are off for maintenance while others answer")
                .readAs("R-maintenance")
                .needs(Capability.MAINTENANCE)
                .given(tenant -> {
                    var account = tenant.accounts().create();
                    tenant.environment().maintenance(Set.of("access"));
                    tenant.perform(tenant.owner().of("/entity", account.entity()));
                    return account;
                })
                .drive((tenant, account) -> tenant.owner().of("/access/getAccessToken", account.entity()))
                .undo((tenant, account) -> tenant.environment().maintenance(Set.of()));

        prove(UNEXPECTED_ERROR, "reads-fail")
                .on("/entity")
                .when("the storage breaks while a record is read")
                .readAs("R-storage")
                .needs(Capability.STORAGE_FAULTS)
                .given(tenant -> {
                    var entity = tenant.types().create(string("badge")).entity("badge", "7");
                    tenant.environment().storage(false, true);
                    return entity;
                })
                .drive((tenant, entity) -> tenant.owner().of("/entity", entity))
                .undo((tenant, entity) -> tenant.environment().storage(false, false));

        prove(API_LIMIT_ERROR, "quota-used-up")
                .on("/clients/list")
                .when("the application has made all the calls its quota allows")
                .readAs("R-too-much")
                .needs(Capability.QUOTA)
                .given(tenant -> {
                    tenant.environment().quota(2, Duration.ofMinutes(1));
                    tenant.perform(tenant.owner().call("/clients/list"));
                    tenant.perform(tenant.owner().call("/clients/list"));
                    return Boolean.TRUE;
                })
                .drive((tenant, ready) -> tenant.owner().call("/clients/list"))
                .undo((tenant, ready) -> tenant.environment().liftQuota());

        prove(API_LIMIT_ERROR, "until-the-window-passes")
                .on("/clients/list")
                .when("the calls just made have used the quota up")
                .readAs("R-too-much")
                .needs(Capability.LIMIT)
                .given(tenant -> {
                    tenant.useUpCalls(tenant.owner().call("/clients/list"));
                    return Boolean.TRUE;
                })
                .drive((tenant, ready) -> tenant.owner().call("/clients/list"))
                .undo((tenant, ready) ->
                        tenant.environment().advance(tenant.environment().limitWindow()));
    }
}
