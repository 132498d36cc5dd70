package io.regcontract.suite.tenant;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.state.SetUpException;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** The flows of a tenant, by name. */
public final class TenantFlows {

    private final Tenant tenant;

    TenantFlows(Tenant tenant) {
        this.tenant = tenant;
    }

    /** The flow that people sign in through. It does not say which part of a log-in was wrong. */
    public String signIn() {
        return tenant.configuration().signIn().flow();
    }

    /**
     * A flow that reveals which part of a log-in was wrong.
     *
     * @throws SetUpException when the environment names none
     */
    public String telling() {
        return tenant.configuration()
                .tellingFlow()
                .orElseThrow(() -> new SetUpException("the environment names no flow that tells what was wrong"));
    }

    /** A flow that is misconfigured on purpose: a prepared one, or else a changed copy of the sign-in flow. */
    public String broken(UnaryOperator<ObjectNode> change) {
        return tenant.configuration().fixtures().brokenFlow().orElseGet(() -> changed("broken", change));
    }

    /** A flow that ends in an error on purpose: a prepared one, or else a changed copy of the sign-in flow. */
    public String triggering(UnaryOperator<ObjectNode> change) {
        return tenant.configuration().fixtures().triggeringFlow().orElseGet(() -> changed("triggering", change));
    }

    private String changed(String what, UnaryOperator<ObjectNode> change) {
        var name = tenant.uniqueName(what);
        tenant.environment().flow(signIn(), name, change);
        return name;
    }

    /** A call of a sign-in operation by a flow. */
    Call call(String operation, String flow) {
        var signIn = tenant.configuration().signIn();
        var call = tenant.login().call(operation).with("flow", flow).with("locale", signIn.locale());
        return signIn.flowVersion()
                .map(version -> call.with("flow_version", version))
                .orElse(call);
    }
}
