package io.regcontract.traffic.request;

import io.regcontract.contract.model.Operation;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.redaction.CallSecrets;
import io.regcontract.traffic.TrafficExchange;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who a request says that it is.
 *
 * @param header the header {@code Authorization}; empty when there is none
 * @param credential of that header, as far as it is one of the API
 */
public record RequestCredentials(String header, Credential credential) {

    /** Reads the header of a request. */
    public static RequestCredentials of(TrafficExchange exchange) {
        var header = exchange.header("Authorization").map(String::strip).orElse("");
        return new RequestCredentials(header, credential(header));
    }

    private static Credential credential(String header) {
        int blank = header.indexOf(' ');
        var scheme = blank < 0 ? "" : header.substring(0, blank).toLowerCase(Locale.ROOT);
        var value = header.substring(blank + 1).strip();
        return switch (scheme) {
            case "basic" ->
                pair(value)
                        .<Credential>map(pair -> new Credential.Basic(pair[0], pair[1]))
                        .orElseGet(Credential.None::new);
            case "oauth", "bearer" -> new Credential.OAuthHeader(value);
            case "" ->
                pair(value)
                        .<Credential>map(pair -> new Credential.WithoutScheme(pair[0], pair[1]))
                        .orElseGet(Credential.None::new);
            default -> new Credential.None();
        };
    }

    private static Optional<String[]> pair(String base64) {
        try {
            var pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new String[] {pair.substring(0, colon), pair.substring(colon + 1)});
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** The secrets of the request: of its credential, and among its parameters. */
    public Set<String> secrets(String operation, RequestParameters parameters) {
        return CallSecrets.of(new Call(operation, credential, parameters.values(), Map.of()));
    }

    /** Whether the request brings anything that only its caller knows. */
    public boolean areSecretIn(RequestParameters parameters) {
        return !header.isEmpty()
                || parameters.has("client_secret")
                || parameters.has("access_token")
                || parameters.has("creation_token");
    }

    /** Whether the request brings what any of the forms that an operation takes would bring; well-formed or not. */
    public boolean areGivenFor(Operation operation, RequestParameters parameters) {
        return !header.isEmpty()
                || operation.credentials().stream().anyMatch(form -> switch (form) {
                    case NONE -> true;
                    case CLIENT_ID_ONLY -> parameters.has("client_id");
                    case PARAMETERS -> parameters.has("client_id") && parameters.has("client_secret");
                    case OAUTH_TOKEN -> parameters.has("access_token") || parameters.has("token");
                    case CREATION_TOKEN -> parameters.has("creation_token");
                    case REFRESH_SECRET -> parameters.has("access_token") || parameters.has("signature");
                    case BASIC, SIGNATURE -> false;
                });
    }
}
