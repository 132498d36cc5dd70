package io.regcontract.suite.pace;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.CallBlockedException.Reason;
import io.regcontract.suite.transport.CallInterceptor;
import java.util.Set;

/**
 * Lets only reading calls pass, for production. It decides by the operation alone, because a call that is expected to
 * fail may succeed on a broken service.
 */
public final class ReadOnlyGuard implements CallInterceptor {

    /** Operations that change nothing: no record, no setting, no token, no mail. */
    private static final Set<String> READING = Set.of(
            "/",
            "/clients/list",
            "/settings/get",
            "/settings/get_multi",
            "/settings/items",
            "/settings/keys",
            "/settings/client_items",
            "/settings/client_keys",
            "/settings/get_default",
            "/settings/default_items",
            "/settings/default_keys",
            "/settings/get_all",
            "/settings/widget/get",
            "/settings/widget/list",
            "/entity",
            "/entity.find",
            "/entity.count",
            "/versions/entity",
            "/versions/entityType",
            "/entityType",
            "/entityType.list",
            "/entityType.rules",
            "/entityType.properties",
            "/entityType.getAccessSchema");

    @Override
    public CallInterceptor.CallScope beforeCall(Call call, Exchange.Role role) {
        if (!READING.contains(call.operation())) {
            throw new CallBlockedException(
                    Reason.READ_ONLY, "it takes " + call.operation() + ", and production is only ever read");
        }
        return CallInterceptor.CallScope.NO_OP;
    }

    /** Whether an operation changes nothing. */
    public static boolean reads(String operation) {
        return READING.contains(operation);
    }
}
