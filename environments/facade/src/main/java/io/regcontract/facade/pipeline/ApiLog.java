package io.regcontract.facade.pipeline;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** The failed calls by their request tokens, as support would look them up. */
public final class ApiLog {

    private final Map<String, ObjectNode> entries = new ConcurrentHashMap<>();

    void add(String requestToken, ObjectNode entry) {
        entries.put(requestToken, entry);
    }

    /** The failed call behind a request token. */
    public Optional<ObjectNode> find(String requestToken) {
        return Optional.ofNullable(entries.get(requestToken));
    }
}
