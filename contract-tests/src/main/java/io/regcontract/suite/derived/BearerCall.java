package io.regcontract.suite.derived;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.tenant.Entity;
import io.regcontract.suite.tenant.Tenant;

/**
 * A call with an access token.
 *
 * @param person whose token it is
 * @param call what is called, without the token
 */
record BearerCall(Entity person, Call call) {

    /** A new token of the person, issued to the client that makes the call. */
    String token(Tenant tenant) {
        return call.credential() instanceof Credential.ClientIdOnly
                ? tenant.tokens().accessTokenForLogin(person)
                : tenant.tokens().accessToken(person);
    }

    /** The call with a token among its parameters. */
    Call with(String token) {
        return call.with("access_token", token);
    }
}
