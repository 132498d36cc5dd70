package io.regcontract.report.attest;

import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run was judged by, as in-toto describes it. It has an address, a digest, or both.
 *
 * @param name the same for the same thing in every run
 * @param uri where it is known by that
 * @param sha256 of its bytes
 */
public record ResourceDescriptor(String name, Optional<String> uri, Optional<String> sha256) {

    static ResourceDescriptor ofDigest(String name, String sha256) {
        return new ResourceDescriptor(name, Optional.empty(), Optional.of(sha256));
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("name", name);
        uri.ifPresent(address -> json.put("uri", address));
        sha256.ifPresent(digest -> json.putObject("digest").put("sha256", digest));
        return json;
    }
}
