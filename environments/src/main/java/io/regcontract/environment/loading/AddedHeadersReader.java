package io.regcontract.environment.loading;

import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.environment.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the headers that a profile adds to requests: names, and references to their values. */
final class AddedHeadersReader {

    /** They say where a message ends, or which connection it is on: for whoever sends it to set. */
    private static final Set<String> NOT_TO_BE_SET =
            Set.of("host", "content-length", "transfer-encoding", "connection", "te", "trailer", "upgrade", "expect");

    private final YamlDocument document;
    private final ReferenceResolver references;
    private final List<Problem> problems;

    AddedHeadersReader(YamlDocument document, ReferenceResolver references, List<Problem> problems) {
        this.document = document;
        this.references = references;
        this.problems = problems;
    }

    /**
     * The headers at a pointer.
     *
     * @param more names that may not be set there, beyond those that say where a message ends
     * @param problem what is wrong with such a one, before its name
     * @param remedy what to do about it
     */
    Map<String, Secret> read(String at, Set<String> more, String problem, String remedy) {
        var headers = new LinkedHashMap<String, Secret>();
        for (var name : document.json().at(at).propertyNames()) {
            var pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
            var lower = name.toLowerCase(Locale.ROOT);
            if (NOT_TO_BE_SET.contains(lower) || more.contains(lower)) {
                problems.add(document.problem(pointer, problem + name, remedy));
            }
            references.secret(pointer, "the value of the header " + name).ifPresent(value -> headers.put(name, value));
        }
        return headers;
    }
}
