package io.regcontract.contract.openapi;

import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.Credential;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The forms in which a caller says who it is. OpenAPI has no credential in a form body, so those that are parameters are
 * described as of the query, and stand among the fields of the form as well.
 */
final class SecuritySchemes {

    private static final Set<Credential> MAY_BE_FIELDS =
            Set.of(Credential.PARAMETERS, Credential.OAUTH_TOKEN, Credential.CREATION_TOKEN);

    private SecuritySchemes() {}

    static ObjectNode all() {
        var schemes = Json.object();
        schemes.putObject("basic")
                .put("type", "http")
                .put("scheme", "basic")
                .put("description", "The id of the client and its secret.");
        parameter(schemes, "clientId", "client_id", "The id of the client as a parameter, of the query or the form.");
        parameter(schemes, "clientSecret", "client_secret", "Its secret as a parameter, of the query or the form.");
        header(
                schemes,
                "signature",
                "Authorization",
                "Signature CLIENT_ID:SIGNATURE, with the base64 of an HMAC-SHA1 by the secret over the path, the date and"
                        + " the sorted parameters, each ended by a newline.");
        header(schemes, "signatureDate", "Date", "The date that is signed, as YYYY-MM-DD HH:MM:SS in UTC.");
        header(schemes, "accessTokenHeader", "Authorization", "OAuth ACCESS_TOKEN: acts for the user of the token.");
        parameter(schemes, "accessToken", "access_token", "An access token as a parameter, of the query or the form.");
        parameter(
                schemes,
                "creationToken",
                "creation_token",
                "A creation token as a parameter, of the query or the form; older.");
        return schemes;
    }

    private static void parameter(ObjectNode schemes, String name, String parameter, String description) {
        schemes.putObject(name)
                .put("type", "apiKey")
                .put("in", "query")
                .put("name", parameter)
                .put("description", description);
    }

    private static void header(ObjectNode schemes, String name, String header, String description) {
        schemes.putObject(name)
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", header)
                .put("description", description);
    }

    /**
     * The forms that an operation takes, any of them. In a POST the credentials may be fields of the form, for which there is no
     * scheme: an empty alternative stands for that.
     */
    static ArrayNode of(Operation operation, boolean query) {
        var alternatives = Json.array();
        for (var credential : operation.credentials()) {
            for (var together : schemesOf(credential)) {
                var requirement = alternatives.addObject();
                together.forEach(requirement::putArray);
            }
        }
        if (!query && operation.credentials().stream().anyMatch(MAY_BE_FIELDS::contains)) {
            alternatives.addObject();
        }
        // Nothing to choose: OpenAPI says so by no alternative at all.
        return alternatives.valueStream().allMatch(JsonNode::isEmpty) ? Json.array() : alternatives;
    }

    private static List<List<String>> schemesOf(Credential credential) {
        return switch (credential) {
            case BASIC -> List.of(List.of("basic"));
            case PARAMETERS -> List.of(List.of("clientId", "clientSecret"));
            case SIGNATURE -> List.of(List.of("signature", "signatureDate"));
            case OAUTH_TOKEN -> List.of(List.of("accessTokenHeader"), List.of("accessToken"));
            case CREATION_TOKEN -> List.of(List.of("creationToken"));
            // Nothing beside the parameters, among which the id and the signature are required.
            case CLIENT_ID_ONLY, REFRESH_SECRET, NONE -> List.of(List.of());
        };
    }
}
