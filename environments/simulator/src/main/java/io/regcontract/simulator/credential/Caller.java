package io.regcontract.simulator.credential;

import io.regcontract.simulator.application.Client;
import io.regcontract.simulator.token.AccessToken;
import io.regcontract.simulator.token.CreationToken;
import java.util.Optional;

/**
 * Who is calling, as far as that is proven.
 *
 * @param client the client itself, or the one a token was issued for
 * @param token the user's token, when the call acts for a user
 * @param creation the token that allows the creation of one record
 * @param proven whether the client has shown its own credentials, so that its features count
 */
public record Caller(
        Optional<Client> client, Optional<AccessToken> token, Optional<CreationToken> creation, boolean proven) {

    /** Someone who need not say who it is. */
    public static final Caller ANYONE = new Caller(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** The client's id; empty for someone who need not say. */
    public String clientId() {
        return client.map(Client::id).orElse("");
    }
}
