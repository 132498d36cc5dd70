package io.regcontract.simulator.client;

import java.util.Arrays;
import java.util.Optional;

/** What an API client may do, under the names that the API uses. */
public enum Feature {
    OWNER("owner"),
    ACCESS_ISSUER("access_issuer"),
    DIRECT_ACCESS("direct_access"),
    DIRECT_READ_ACCESS("direct_read_access"),
    LOGIN_CLIENT("login_client"),
    /** What its client writes leaves lastUpdated as it was; it permits nothing by itself. */
    METADATA("metadata");

    private final String documentedName;

    Feature(String documentedName) {
        this.documentedName = documentedName;
    }

    /** The name of the feature in requests and answers. */
    public String documentedName() {
        return documentedName;
    }

    /** All that permit something. */
    public static Feature[] thatPermit() {
        return Arrays.stream(values()).filter(feature -> feature != METADATA).toArray(Feature[]::new);
    }

    /** The feature of that name, if there is one. */
    public static Optional<Feature> named(String name) {
        return Arrays.stream(values())
                .filter(feature -> feature.documentedName.equals(name))
                .findFirst();
    }
}
