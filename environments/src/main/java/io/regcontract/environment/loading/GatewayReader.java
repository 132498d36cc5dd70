package io.regcontract.environment.loading;

import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.environment.Gateway;
import io.regcontract.environment.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a profile says that a gateway in front of the service asks for. */
final class GatewayReader {

    private static final String USUAL_BEARER_HEADER = "Proxy-Authorization";
    private static final Set<String> OF_THE_API =
            Set.of("authorization", "content-type", "content-encoding", "accept", "accept-encoding", "date");

    private final YamlDocument document;
    private final ReferenceResolver references;
    private final List<Problem> problems;

    GatewayReader(YamlDocument document, ReferenceResolver references, List<Problem> problems) {
        this.document = document;
        this.references = references;
        this.problems = problems;
    }

    Gateway read() {
        var headers = new LinkedHashMap<String, Secret>(new AddedHeadersReader(document, references, problems)
                .read(
                        "/gateway/headers",
                        OF_THE_API,
                        "a gateway's key cannot stand in the header ",
                        "Name the header of the gateway's own: this one belongs to the calls that are made."));
        var header = document.text("/gateway/bearer-header").orElse(USUAL_BEARER_HEADER);
        if (OF_THE_API.contains(header.toLowerCase(Locale.ROOT))) {
            problems.add(document.problem(
                    "/gateway/bearer-header",
                    "the bearer cannot stand in the header " + header + ", where the API's own credentials stand",
                    "Let the gateway take it in another, such as " + USUAL_BEARER_HEADER + "."));
        }
        references
                .secret("/gateway/bearer", "the bearer token of the gateway")
                .ifPresent(token -> headers.put(header, new Secret("Bearer " + token.reveal())));
        var file = references.path("/gateway/client-certificate", "a key and its certificate, as PEM or PKCS12,");
        var password = references.secret("/gateway/client-certificate-password", "the password of the store");
        return new Gateway(headers, file.map(found -> new Gateway.ClientCertificate(found, password)));
    }
}
