package io.regcontract.simulator.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An API client of an application.
 *
 * @param id unique among the clients of all applications
 * @param former the secret before the last reset, as long as it is to work
 * @param allowList the addresses that may call, as CIDR blocks
 */
public record Client(
        String id,
        String application,
        String secret,
        Optional<FormerSecret> former,
        String description,
        List<Feature> features,
        List<String> allowList) {

    /** A secret that was replaced and still works for a while. */
    public record FormerSecret(String value, Instant until) {}

    /** Whether the client has at least one of the features. */
    public boolean hasAny(List<Feature> wanted) {
        for (var each : features) {
            if (wanted.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** The secrets that work at that time. */
    public List<String> secretsAt(Instant now) {
        return former.filter(old -> now.isBefore(old.until()))
                .map(old -> List.of(secret, old.value()))
                .orElseGet(() -> List.of(secret));
    }

    /** Whether the secret is one of those that work; takes the same time for every wrong one. */
    public boolean knows(String offered, Instant now) {
        var bytes = offered.getBytes(StandardCharsets.UTF_8);
        boolean known = false;
        for (var each : secretsAt(now)) {
            known |= MessageDigest.isEqual(each.getBytes(StandardCharsets.UTF_8), bytes);
        }
        return known;
    }

    /**
     * The same client with another secret.
     *
     * @param old the former secret, if it still works for a while
     */
    public Client withSecret(String newSecret, Optional<FormerSecret> old) {
        return new Client(id, application, newSecret, old, description, features, allowList);
    }

    /** The same client with another description. */
    public Client withDescription(String other) {
        return new Client(id, application, secret, former, other, features, allowList);
    }

    /** The same client with exactly these features. */
    public Client withFeatures(List<Feature> others) {
        return new Client(id, application, secret, former, description, List.copyOf(others), allowList);
    }

    /**
     * The same client with another allow list.
     *
     * @param blocks address blocks in CIDR notation
     */
    public Client withAllowList(List<String> blocks) {
        return new Client(id, application, secret, former, description, features, List.copyOf(blocks));
    }
}
