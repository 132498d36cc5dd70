package io.regcontract.suite.redaction;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import java.util.HashSet;
import java.util.Set;

/** The secrets of one call. A secret from another call is not counted as leaked by its answer. */
public final class CallSecrets {

    private CallSecrets() {}

    /** The secrets in a call's credential and parameters, except those too short to be recognised in a text. */
    public static Set<String> of(Call call) {
        var secrets = new HashSet<String>();
        new SecretExtractor((kind, secret) -> secrets.add(secret)).parameters(call.parameters());
        if (call.credential() instanceof Credential.ClientSecret client) {
            secrets.add(client.secret());
            secrets.add(client.pair());
        } else if (call.credential() instanceof Credential.Token issued) {
            secrets.add(issued.token());
        }
        secrets.removeIf(secret -> secret.length() < Redactor.SHORTEST);
        return Set.copyOf(secrets);
    }
}
