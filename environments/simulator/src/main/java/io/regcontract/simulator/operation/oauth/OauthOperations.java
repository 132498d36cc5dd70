package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.operation.Operation;
import java.util.List;

/** The operations under /oauth. */
public final class OauthOperations {

    private OauthOperations() {}

    /** All of them. */
    public static List<Operation> all() {
        return List.of(
                new ExchangeToken(),
                new ForgotPassword(),
                new LinkAccount(),
                new LogIn(),
                new RefreshAccessToken(),
                new Register(),
                new ResendVerification(),
                new SocialLogIn(),
                new SocialRegister(),
                new UnlinkAccount(),
                new UpdateProfile());
    }
}
