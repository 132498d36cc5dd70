package io.regcontract.suite.sabotage.proxy;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.redaction.CallSecrets;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Extracts the secrets of a request from its address, headers and body. */
final class RequestSecrets {

    private static final String BASIC = "Basic ";
    private static final String OAUTH = "OAuth ";

    private RequestSecrets() {}

    /** The secrets that a request carries, in parameters and credentials. */
    static Set<String> secrets(URI target, List<Answer.Header> headers, byte[] body) {
        var parameters = new LinkedHashMap<String, String>();
        form(target.getRawQuery() == null ? "" : target.getRawQuery(), parameters);
        form(new String(body, StandardCharsets.UTF_8), parameters);
        var authorization = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Authorization"))
                .map(Answer.Header::value)
                .findFirst()
                .orElse("");
        return CallSecrets.of(new Call(target.getPath(), credential(authorization), parameters, Map.of()));
    }

    private static Credential credential(String authorization) {
        try {
            if (authorization.startsWith(BASIC)) {
                var pair = new String(
                        Base64.getDecoder().decode(authorization.substring(BASIC.length())), StandardCharsets.UTF_8);
                var colon = pair.indexOf(':');
                return colon < 0
                        ? new Credential.None()
                        : new Credential.Basic(pair.substring(0, colon), pair.substring(colon + 1));
            }
        } catch (IllegalArgumentException noBase64) {
            return new Credential.None();
        }
        return authorization.startsWith(OAUTH)
                ? new Credential.OAuthHeader(authorization.substring(OAUTH.length()))
                : new Credential.None();
    }

    private static void form(String encoded, Map<String, String> into) {
        for (var pair : encoded.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    into.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                } catch (IllegalArgumentException noForm) {
                    // A body that is no form has no parameters.
                }
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
