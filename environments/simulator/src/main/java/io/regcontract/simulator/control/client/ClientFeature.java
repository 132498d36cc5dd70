package io.regcontract.simulator.control.client;

/** What an API client may do. */
public enum ClientFeature {
    /** Everything in its application. */
    OWNER("owner"),
    /** Issues tokens for others. */
    ACCESS_ISSUER("access_issuer"),
    /** Reads and writes records with its own credentials. */
    DIRECT_ACCESS("direct_access"),
    /** Reads records with its own credentials. */
    DIRECT_READ_ACCESS("direct_read_access"),
    /** Registers people and signs them in. */
    LOGIN_CLIENT("login_client"),
    /** What it writes leaves {@code lastUpdated} as it was. */
    METADATA("metadata");

    private final String documentedName;

    ClientFeature(String documentedName) {
        this.documentedName = documentedName;
    }

    /** The name that the API uses. */
    public String documentedName() {
        return documentedName;
    }
}
