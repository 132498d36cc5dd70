package io.regcontract.simulator.application;

import java.util.Arrays;
import java.util.Optional;

/** A part of the API that can be off for maintenance while the others answer. */
public enum FeatureGroup {
    CLIENTS("clients"),
    SETTINGS("settings"),
    ENTITY("entity"),
    ENTITY_TYPE("entityType"),
    ACCESS("access"),
    OAUTH("oauth"),
    VERSIONS("versions");

    private final String publicName;

    FeatureGroup(String publicName) {
        this.publicName = publicName;
    }

    /** The name by which the control plane calls the group. */
    public String publicName() {
        return publicName;
    }

    /** The group of that name, if there is one. */
    public static Optional<FeatureGroup> named(String name) {
        return Arrays.stream(values())
                .filter(group -> group.publicName.equals(name))
                .findFirst();
    }
}
