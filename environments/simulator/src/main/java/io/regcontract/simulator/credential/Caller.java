package io.regcontract.simulator.credential;

import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.token.AccessToken;
import io.regcontract.simulator.token.CreationToken;
import java.util.Optional;

/**
 * Who is calling, as far as that is proven.
 *
 * @param client the client whose rights count: the one that a token was issued to, also where another one shows its own
 *     credentials beside it, or else the client itself
 * @param token the user's token, when the call acts for a user
 * @param creation the token that allows the creation of one record
 * @param proven the client that has shown its own credentials
 */
public record Caller(
        Optional<Client> client,
        Optional<AccessToken> token,
        Optional<CreationToken> creation,
        Optional<Client> proven) {

    /** Someone who need not say who it is. */
    public static final Caller ANYONE =
            new Caller(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The client's id; empty for someone who need not say. */
    public String clientId() {
        return client.map(Client::id).orElse("");
    }
}
