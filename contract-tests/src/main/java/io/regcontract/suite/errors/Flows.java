package io.regcontract.suite.errors;

import static io.regcontract.contract.ErrorCode.FLOW_ERROR;
import static io.regcontract.contract.ErrorCode.TRIGGERED_ERROR;

import io.regcontract.environment.Capability;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.tenant.Account;
import io.regcontract.suite.tenant.Calls;
import io.regcontract.suite.tenant.Entity;
import io.regcontract.suite.tenant.Tenant;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** 226, 540: a flow that is wrong in itself, and one that ends in an error on purpose. */
final class Flows extends ErrorFamily {

    private static final String MESSAGE = "that account is social signin only";

    /** No record yet: the account is about to be registered. */
    private static final Entity NOBODY = new Entity(Tenant.USER, "", 0);

    /** An account, and the flow's part as it was before it was changed. */
    private record Changed(Account account, JsonNode original) {}

    {
        prove(FLOW_ERROR, "unknown-form-field")
                .on("/oauth/auth_native_traditional")
                .when("the flow's log-in form lists a field the flow does not define")
                .needs(Capability.FLOWS)
                .given(tenant -> changed(tenant, tenant.account(), "/forms", flow -> {
                    flow.withObject("/forms/signInForm").withArray("fields").add("noSuchField");
                    return flow;
                }))
                .drive((tenant, changed) -> Calls.logIn(tenant, Calls.HIDING, changed.account()))
                .undo((tenant, changed) -> restore(tenant, "forms", changed));

        prove(FLOW_ERROR, "unknown-attribute")
                .on("/oauth/register_native_traditional")
                .when("a field of the flow writes to an attribute the entity type does not have")
                .needs(Capability.FLOWS)
                .given(tenant ->
                        changed(tenant, new Account(tenant.address(), tenant.password(), NOBODY), "/fields", flow -> {
                            flow.withObject("/fields/emailAddress").put("attribute", "/noSuchAttribute");
                            return flow;
                        }))
                .drive((tenant, changed) -> Calls.register(
                        tenant, changed.account().email(), changed.account().password()))
                .undo((tenant, changed) -> restore(tenant, "fields", changed));

        prove(TRIGGERED_ERROR, "social-only")
                .on("/oauth/forgot_password_native")
                .when("the flow ends in an error for accounts without a password")
                .readAs("R-social-only")
                .needs(Capability.FLOWS)
                .carrying("message", MESSAGE)
                .given(tenant -> changed(tenant, tenant.socialAccount(), "/triggers", flow -> {
                    flow.withArray("triggers")
                            .addPOJO(Map.of("on", "forgot_password", "when", "social-only", "message", MESSAGE));
                    return flow;
                }))
                .drive((tenant, changed) ->
                        Calls.forgot(tenant, Calls.HIDING, changed.account().email()))
                .undo((tenant, changed) -> restore(tenant, "triggers", changed));
    }

    private static Changed changed(Tenant tenant, Account account, String part, UnaryOperator<ObjectNode> change) {
        var original = new JsonNode[1];
        tenant.world().flow(Calls.HIDING, flow -> {
            original[0] = flow.at(part).deepCopy();
            return change.apply(flow);
        });
        return new Changed(account, original[0]);
    }

    private static void restore(Tenant tenant, String part, Changed changed) {
        tenant.world().flow(Calls.HIDING, flow -> flow.set(part, changed.original()));
    }
}
