package io.regcontract.simulator.schema;

import java.util.Arrays;
import java.util.Optional;

/** The types an attribute can have, under the names that attribute definitions use. */
public enum AttributeType {
    STRING("string"),
    BOOLEAN("boolean"),
    INTEGER("integer"),
    DECIMAL("decimal"),
    DATE("date"),
    DATE_TIME("dateTime"),
    IP_ADDRESS("ipAddress"),
    JSON("json"),
    OBJECT("object"),
    PLURAL("plural"),
    PASSWORD("password"),
    PASSWORD_BCRYPT("password-bcrypt"),
    PASSWORD_MD5("password-md5"),
    PASSWORD_MD5_SALTED("password-md5-salted-right-base64"),
    PASSWORD_SHA("password-sha"),
    PASSWORD_BASE64("password-base64"),
    ID("id"),
    UUID("uuid");

    private final String documentedName;

    AttributeType(String documentedName) {
        this.documentedName = documentedName;
    }

    /** The name of the type in schemas. */
    public String documentedName() {
        return documentedName;
    }

    /** The type of that name, if there is one. */
    public static Optional<AttributeType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.documentedName.equals(name))
                .findFirst();
    }

    /** Whether values are kept as something that only a password can be compared with. */
    public boolean isPassword() {
        return switch (this) {
            case PASSWORD, PASSWORD_BCRYPT, PASSWORD_MD5, PASSWORD_MD5_SALTED, PASSWORD_SHA, PASSWORD_BASE64 -> true;
            default -> false;
        };
    }

    /** Whether the attribute has attributes of its own. */
    public boolean hasChildren() {
        return this == OBJECT || this == PLURAL;
    }
}
