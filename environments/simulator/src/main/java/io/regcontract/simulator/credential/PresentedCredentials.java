package io.regcontract.simulator.credential;

import io.regcontract.simulator.error.SimulatedErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The credentials a call presents, read but not judged.
 *
 * @param client the client that the call says it comes from
 * @param accessToken from header or parameter
 * @param tokenInHeader whether the access token stood in the header
 * @param unknownScheme the scheme of an authorization header that no operation takes
 */
public record PresentedCredentials(
        Optional<Claim> client,
        Optional<String> accessToken,
        boolean tokenInHeader,
        Optional<String> creationToken,
        Optional<String> unknownScheme) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * A client's word about itself.
     *
     * @param proof secret or signature; empty when the client only names itself
     */
    public record Claim(CredentialForm form, String clientId, String proof) {}

    /**
     * Reads what a call presents.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 201 when header and parameter hold different access
     *     tokens
     */
    public static PresentedCredentials in(ApiRequest request) {
        var parameters = request.parameters();
        var header = request.authorization().map(String::strip).filter(text -> !text.isEmpty());
        var parts = header.map(text -> BLANKS.split(text, 2));
        var scheme = parts.map(each -> each[0].toLowerCase(Locale.ROOT));
        var rest = parts.map(each -> each.length == 2 ? each[1] : "");
        var client =
                switch (scheme.orElse("")) {
                    case "basic" -> Optional.of(basic(rest.orElse("")));
                    case "signature" -> Optional.of(signature(rest.orElse("")));
                    default ->
                        parameters
                                .given("client_id")
                                .map(id -> new Claim(
                                        parameters.given("client_secret").isPresent()
                                                ? CredentialForm.CLIENT_PARAMETERS
                                                : CredentialForm.CLIENT_ID,
                                        id,
                                        parameters.given("client_secret").orElse("")));
                };
        var inHeader = rest.filter(text -> scheme.get().equals("oauth"));
        var inParameters = parameters.given("access_token");
        if (inHeader.isPresent() && inParameters.isPresent() && !inHeader.equals(inParameters)) {
            throw SimulatedErrorCode.DUPLICATE_ARGUMENT.because("header and access_token hold different access tokens");
        }
        return new PresentedCredentials(
                client,
                inHeader.or(() -> inParameters),
                inHeader.isPresent(),
                parameters.given("creation_token"),
                scheme.filter(name -> !name.equals("basic") && !name.equals("signature") && !name.equals("oauth")));
    }

    private static Claim basic(String encoded) {
        String decoded;
        try {
            decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            decoded = "";
        }
        return claim(CredentialForm.BASIC, decoded);
    }

    private static Claim signature(String text) {
        return claim(CredentialForm.SIGNATURE, text);
    }

    private static Claim claim(CredentialForm form, String idAndProof) {
        int colon = idAndProof.indexOf(':');
        return colon < 0
                ? new Claim(form, idAndProof, "")
                : new Claim(form, idAndProof.substring(0, colon), idAndProof.substring(colon + 1));
    }
}
