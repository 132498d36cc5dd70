package io.regcontract.suite.observe;

import io.regcontract.check.CheckContext;
import io.regcontract.check.CheckContext.LogLookup;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The request tokens of one run: which requirement each was first seen in. Thread-safe. */
public final class SeenTokens {

    private final Map<String, String> requirements = new ConcurrentHashMap<>();

    /**
     * The context for checking an answer with this token. Registers the token as seen.
     *
     * @param requirement id of the requirement that was answered
     * @param token of the answer, when it has one
     * @param secrets that were part of the request
     * @param log what the API log has under a token
     */
    public CheckContext contextOf(
            String requirement, Optional<String> token, Set<String> secrets, Function<String, LogLookup> log) {
        var seen = token.map(value -> requirements.putIfAbsent(value, requirement));
        return new CheckContext(secrets, seen, token.map(log).orElseGet(() -> new LogLookup.Unavailable("no token")));
    }
}
