package io.regcontract.suite.pace;

import io.regcontract.suite.exchange.Call;
import io.regcontract.suite.exchange.Escort;
import io.regcontract.suite.exchange.Exchange;
import io.regcontract.suite.exchange.HeldBack;
import io.regcontract.suite.exchange.HeldBack.Reason;
import java.util.Set;

/**
 * Lets nothing leave for production but what reads. It goes by the operation alone: also a call that is expected to fail
 * could succeed, on a service that breaks its contract.
 */
public final class ReadOnly implements Escort {

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
    public Journey leaving(Call call, Exchange.Role role) {
        if (!READING.contains(call.operation())) {
            throw new HeldBack(Reason.READ_ONLY, "it takes " + call.operation() + ", and production is only ever read");
        }
        return Journey.UNWATCHED;
    }

    /** Whether an operation changes nothing. */
    public static boolean reads(String operation) {
        return READING.contains(operation);
    }
}
