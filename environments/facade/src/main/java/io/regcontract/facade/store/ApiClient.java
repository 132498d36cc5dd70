package io.regcontract.facade.store;

import java.util.List;
import java.util.Set;

/**
 * A client of the API.
 *
 * @param features what it may do, by the vendor's names
 * @param addresses the networks that it may call from, such as {@code 10.0.0.0/8}
 */
public record ApiClient(String id, String secret, String description, Set<String> features, List<String> addresses) {

    /** Everywhere. */
    public static final String ANYWHERE = "0.0.0.0/0";

    /** A client that may call from anywhere. */
    public static ApiClient of(String id, String secret, Set<String> features) {
        return new ApiClient(id, secret, "", features, List.of(ANYWHERE));
    }

    /** The same with other features. */
    public ApiClient withFeatures(Set<String> others) {
        return new ApiClient(id, secret, description, others, addresses);
    }

    /** The same with another allow list. */
    public ApiClient withAddresses(List<String> others) {
        return new ApiClient(id, secret, description, features, others);
    }

    /** Whether it has one of these features, or none is asked for. */
    public boolean hasOneOf(Set<String> wanted) {
        return wanted.isEmpty() || features.stream().anyMatch(wanted::contains);
    }
}
