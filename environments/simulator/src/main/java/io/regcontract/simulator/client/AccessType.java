package io.regcontract.simulator.client;

import java.util.Arrays;
import java.util.Optional;

/** What an access schema is about, under the names that the API uses. */
public enum AccessType {
    READ("read"),
    WRITE("write"),
    READ_WITH_TOKEN("read_with_token"),
    WRITE_WITH_TOKEN("write_with_token");

    private final String documentedName;

    AccessType(String documentedName) {
        this.documentedName = documentedName;
    }

    /** The access type of that name, if there is one. */
    public static Optional<AccessType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.documentedName.equals(name))
                .findFirst();
    }

    /** The name of the type of access in requests. */
    public String documentedName() {
        return documentedName;
    }

    boolean isReading() {
        return this == READ || this == READ_WITH_TOKEN;
    }

    boolean isWithToken() {
        return this == READ_WITH_TOKEN || this == WRITE_WITH_TOKEN;
    }

    /** The same for a client's own credentials. */
    AccessType withoutToken() {
        return isReading() ? READ : WRITE;
    }
}
