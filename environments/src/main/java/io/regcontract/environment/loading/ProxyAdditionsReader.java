package io.regcontract.environment.loading;

import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.environment.ProxyAdditions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a profile says that a proxy adds. */
final class ProxyAdditionsReader {

    private final YamlDocument document;
    private final ReferenceResolver references;
    private final List<Problem> problems;

    ProxyAdditionsReader(YamlDocument document, ReferenceResolver references, List<Problem> problems) {
        this.document = document;
        this.references = references;
        this.problems = problems;
    }

    ProxyAdditions read() {
        var headers = new AddedHeadersReader(document, references, problems)
                .read(
                        "/proxy/headers",
                        Set.of(),
                        "the proxy cannot set the header ",
                        "Leave it out: the proxy passes it on.");
        var store = references.path("/proxy/client-certificate", "a key and its certificate, as PKCS12,");
        var password = references.secret("/proxy/client-certificate-password", "the password of the store");
        return new ProxyAdditions(
                headers,
                store.isPresent() && password.isPresent()
                        ? Optional.of(new ProxyAdditions.ClientCertificate(store.get(), password.get()))
                        : Optional.empty());
    }
}
