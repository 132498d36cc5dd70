package io.regcontract.environment.loading;

import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.environment.ProxyAdditions;
import io.regcontract.environment.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a profile says that a proxy adds. */
final class ProxyAdditionsReader {

    /** They say where a message ends, or which connection it is on: the proxy's own to set. */
    private static final Set<String> NOT_TO_BE_SET =
            Set.of("host", "content-length", "transfer-encoding", "connection", "te", "trailer", "upgrade", "expect");

    private final YamlDocument document;
    private final ReferenceResolver references;
    private final List<Problem> problems;

    ProxyAdditionsReader(YamlDocument document, ReferenceResolver references, List<Problem> problems) {
        this.document = document;
        this.references = references;
        this.problems = problems;
    }

    ProxyAdditions read() {
        var headers = new LinkedHashMap<String, Secret>();
        for (var name : document.json().at("/proxy/headers").propertyNames()) {
            var pointer = "/proxy/headers/" + name.replace("~", "~0").replace("/", "~1");
            if (NOT_TO_BE_SET.contains(name.toLowerCase(Locale.ROOT))) {
                problems.add(document.problem(
                        pointer, "the proxy cannot set the header " + name, "Leave it out: the proxy passes it on."));
            }
            references.secret(pointer, "the value of the header " + name).ifPresent(value -> headers.put(name, value));
        }
        var store = references.path("/proxy/client-certificate", "a key and its certificate, as PKCS12,");
        var password = references.secret("/proxy/client-certificate-password", "the password of the store");
        return new ProxyAdditions(
                headers,
                store.isPresent() && password.isPresent()
                        ? Optional.of(new ProxyAdditions.ClientCertificate(store.get(), password.get()))
                        : Optional.empty());
    }
}
