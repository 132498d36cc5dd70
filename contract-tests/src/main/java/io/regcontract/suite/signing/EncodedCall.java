package io.regcontract.suite.signing;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call with its credential written out.
 *
 * @param parameters by name, in the order they are sent, with those of the credential
 * @param headers of the credential and of the call
 */
public record EncodedCall(Map<String, String> parameters, List<Answer.Header> headers) {

    /**
     * Writes a call's credential into parameters and headers.
     *
     * @param clock for the date of a signature
     */
    public static EncodedCall of(Call call, Clock clock) {
        var parameters = new LinkedHashMap<>(call.parameters());
        var headers = new ArrayList<Answer.Header>();
        encode(call.credential(), parameters, headers);
        call.headers().forEach((name, value) -> headers.add(new Answer.Header(name, value)));
        if (call.credential() instanceof Credential.Signature signature) {
            headers.addAll(RequestSigner.headers(signature, call.operation(), parameters, clock.instant()));
        }
        return new EncodedCall(parameters, headers);
    }

    private static void encode(Credential credential, Map<String, String> parameters, List<Answer.Header> headers) {
        if (credential instanceof Credential.Basic basic) {
            headers.add(authorization("Basic " + base64(basic)));
        } else if (credential instanceof Credential.WithoutScheme bare) {
            headers.add(authorization(base64(bare)));
        } else if (credential instanceof Credential.Parameters pair) {
            parameters.put("client_id", pair.clientId());
            parameters.put("client_secret", pair.secret());
        } else if (credential instanceof Credential.TokenParameter bearer) {
            parameters.put(bearer.parameter(), bearer.token());
        } else if (credential instanceof Credential.ClientIdOnly client) {
            parameters.put("client_id", client.clientId());
        } else if (credential instanceof Credential.OAuthHeader oauth) {
            headers.add(authorization("OAuth " + oauth.token()));
        } else if (credential instanceof Credential.Scheme other) {
            headers.add(authorization(other.scheme() + " " + other.value()));
        }
    }

    private static Answer.Header authorization(String value) {
        return new Answer.Header("Authorization", value);
    }

    private static String base64(Credential.ClientSecret client) {
        return Base64.getEncoder().encodeToString(client.pair().getBytes(StandardCharsets.UTF_8));
    }
}
