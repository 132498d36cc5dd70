package io.regcontract.simulator.control.client;

import java.util.List;
import java.util.Set;

/**
 * An API client as it is; its secret is not told.
 *
 * @param addresses blocks of IPv4 addresses that it may call from, such as {@code 10.0.0.0/8}
 */
public record ApiClient(String id, String description, Set<ClientFeature> features, List<String> addresses) {}
