package io.regcontract.suite.replay;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a simulator is, and what it was started with.
 *
 * @param address of the API and of the control plane
 * @param ownerClientId id of the owner client
 * @param ownerClientSecret its secret
 * @param loginClientId id of the login client
 * @param controlToken token of the control plane
 */
public record ServiceAccess(
        URI address, String ownerClientId, String ownerClientSecret, String loginClientId, String controlToken) {

    /** The same service behind a proxy. */
    ServiceAccess through(URI proxy) {
        return new ServiceAccess(proxy, ownerClientId, ownerClientSecret, loginClientId, controlToken);
    }

    /** What the profiles of simulators refer to, as {@code env:NAME}. */
    public Map<String, String> environment() {
        return Map.of(
                "REGCONTRACT_BASE_URL", address.toString(),
                "REGCONTRACT_OWNER_CLIENT_ID", ownerClientId,
                "REGCONTRACT_OWNER_CLIENT_SECRET", ownerClientSecret,
                "REGCONTRACT_LOGIN_CLIENT_ID", loginClientId,
                "REGCONTRACT_CONTROL_URL", address.toString(),
                "REGCONTRACT_CONTROL_TOKEN", controlToken);
    }

    /** The variables of a plan that are known before its first request, without the prefix of names. */
    public Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("ownerClientId", ownerClientId);
        variables.put("ownerClientSecret", ownerClientSecret);
        variables.put("loginClientId", loginClientId);
        variables.put("controlToken", controlToken);
        return variables;
    }
}
