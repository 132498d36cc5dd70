package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.APPLICATION_NOT_FOUND;
import static io.regcontract.contract.model.ErrorCode.UNKNOWN_APPLICATION;
import static io.regcontract.suite.call.Call.APPLICATION;
import static io.regcontract.suite.call.Call.HOST;

import io.regcontract.environment.Capability;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.tenant.Tenant;

/** 221, 224: the application is not there, or not on this host. */
final class ApplicationErrors extends ErrorFamily {

    {
        prove(UNKNOWN_APPLICATION, "header")
                .on("/clients/list")
                .when("the header names an application that exists nowhere")
                .readAs("R-application-or-host")
                .carrying("application_id")
                .given(Tenant::owner)
                .drive((tenant, owner) -> owner.call("/clients/list").header(APPLICATION, tenant.uniqueName("nowhere")))
                .twin((tenant, owner) -> owner.call("/clients/list"));

        prove(UNKNOWN_APPLICATION, "parameter")
                .on("/settings/get")
                .when("a parameter names an application that exists nowhere")
                .readAs("R-application-or-host")
                .carrying("application_id")
                .given(Tenant::owner)
                .drive((tenant, owner) -> owner.call("/settings/get")
                        .with("key", "login_attempts")
                        .with("application_id", tenant.uniqueName("nowhere")))
                .twin((tenant, owner) -> owner.call("/settings/get").with("key", "login_attempts"));

        prove(APPLICATION_NOT_FOUND, "empty-host")
                .on("/clients/list")
                .when("no application lives on the host")
                .readAs("R-application-or-host")
                .given(Tenant::hostWithoutApplication)
                .drive((tenant, host) -> tenant.owner().call("/clients/list").header(HOST, host))
                .twin((tenant, host) -> tenant.owner().call("/clients/list"));

        prove(APPLICATION_NOT_FOUND, "other-host")
                .on("/clients/list")
                .when("the named application lives on another host than the caller's")
                .readAs("R-application-or-host")
                .needs(Capability.OWN_APPLICATION)
                .given(tenant -> tenant.environment().anotherApplication())
                .drive((tenant, other) -> tenant.owner()
                        .call("/clients/list")
                        .header(APPLICATION, other.id().orElseThrow()))
                .twin((tenant, other) -> tenant.owner()
                        .call("/clients/list")
                        .header(APPLICATION, tenant.application().id().orElseThrow()));
    }
}
