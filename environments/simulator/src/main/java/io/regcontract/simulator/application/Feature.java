package io.regcontract.simulator.application;

import java.util.Arrays;
import java.util.Optional;

/** What an API client may do, under the names that the API uses. */
public enum Feature {
    OWNER("owner"),
    ACCESS_ISSUER("access_issuer"),
    DIRECT_ACCESS("direct_access"),
    DIRECT_READ_ACCESS("direct_read_access"),
    LOGIN_CLIENT("login_client");

    private final String documentedName;

    Feature(String documentedName) {
        this.documentedName = documentedName;
    }

    public String documentedName() {
        return documentedName;
    }

    /** The feature of that name, if there is one. */
    public static Optional<Feature> named(String name) {
        return Arrays.stream(values())
                .filter(feature -> feature.documentedName.equals(name))
                .findFirst();
    }
}
