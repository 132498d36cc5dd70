package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.FLOW_ERROR;
import static io.regcontract.contract.model.ErrorCode.TRIGGERED_ERROR;

import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.tenant.Account;
import io.regcontract.suite.tenant.Calls;
import io.regcontract.suite.tenant.Tenant;
import java.util.Map;

/** 226, 540: a flow that is wrong in itself, and one that ends in an error on purpose. */
final class FlowErrors extends ErrorFamily {

    private static final String MESSAGE = "that account is social signin only";

    /** A new person and the flow to register through. */
    private record Visitor(String email, String password, String flow) {}

    {
        prove(FLOW_ERROR, "unknown-form-field")
                .on("/oauth/auth_native_traditional")
                .when("the flow's log-in form lists a field the flow does not define")
                .citing("page: 226")
                .needs(Capability.BROKEN_FLOW)
                .given(tenant ->
                        new Known(tenant.accounts().create(), tenant.flows().broken(flow -> {
                            flow.withObject("/forms/signInForm")
                                    .withArray("fields")
                                    .add("noSuchField");
                            return flow;
                        })))
                .drive((tenant, known) -> Calls.logIn(tenant, known.flow(), known.account()))
                .twin((tenant, known) -> Calls.logIn(tenant, tenant.flows().signIn(), known.account()));

        prove(FLOW_ERROR, "unknown-attribute")
                .on("/oauth/register_native_traditional")
                .when("a field of the flow writes to an attribute the entity type does not have")
                .citing("page: 226")
                .needs(Capability.BROKEN_FLOW)
                .given(tenant -> new Visitor(
                        tenant.accounts().newEmailAddress(),
                        tenant.accounts().newPassword(),
                        tenant.flows().broken(flow -> {
                            flow.withObject("/fields/emailAddress").put("attribute", "/noSuchAttribute");
                            return flow;
                        })))
                .drive((tenant, visitor) -> register(tenant, visitor, visitor.flow()))
                .twin((tenant, visitor) ->
                        register(tenant, visitor, tenant.flows().signIn()));

        prove(TRIGGERED_ERROR, "social-only")
                .on("/oauth/forgot_password_native")
                .when("the flow ends in an error for accounts without a password")
                .readAs("R-social-only")
                .needs(Capability.TRIGGERING_FLOW)
                .carrying("message", MESSAGE)
                .given(tenant ->
                        new Known(tenant.accounts().social(), tenant.flows().triggering(flow -> {
                            flow.withArray("triggers")
                                    .addPOJO(
                                            Map.of("on", "forgot_password", "when", "social-only", "message", MESSAGE));
                            return flow;
                        })))
                .drive((tenant, known) ->
                        Calls.forgot(tenant, known.flow(), known.account().email()))
                .twin((tenant, known) -> Calls.forgot(
                        tenant, tenant.flows().signIn(), known.account().email()));

        prove(TRIGGERED_ERROR, "verified-already")
                .on("/oauth/verify_email_native")
                .when("a mail that verifies an address is asked for one that is verified")
                .citing("techdocs: email-verification-api-based")
                .given(tenant -> {
                    var verified = tenant.accounts().create();
                    tenant.perform(
                            Calls.verify(tenant.tokens().verificationCode(verified.entity(), "emailVerified", 600)));
                    return new Two(verified, tenant.accounts().create());
                })
                .drive((tenant, two) -> Calls.resend(tenant, two.verified().email()))
                .twin((tenant, two) -> Calls.resend(tenant, two.other().email()));
    }

    /** A person with a verified address and one without. */
    private record Two(Account verified, Account other) {}

    /** An account and the flow to use it through. */
    private record Known(Account account, String flow) {}

    private static Call register(Tenant tenant, Visitor visitor, String flow) {
        return Calls.register(tenant, visitor.email(), visitor.password()).with("flow", flow);
    }
}
