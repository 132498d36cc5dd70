package io.regcontract.simulator.control.state;

/** A part of the API that can be off for maintenance while the others answer. */
public enum FeatureGroup {
    /** {@code /clients/...} */
    CLIENTS("clients"),
    /** {@code /settings/...} */
    SETTINGS("settings"),
    /** {@code /entity...} */
    ENTITY("entity"),
    /** {@code /entityType...} */
    ENTITY_TYPE("entityType"),
    /** {@code /access/...} */
    ACCESS("access"),
    /** {@code /oauth/...} */
    OAUTH("oauth"),
    /** {@code /versions/...} */
    VERSIONS("versions");

    private final String publicName;

    FeatureGroup(String publicName) {
        this.publicName = publicName;
    }

    /** The name by which the control plane and the command line call it. */
    public String publicName() {
        return publicName;
    }
}
