package io.regcontract.simulator.control.schema;

/** The type of an attribute. */
public enum AttributeKind {
    STRING("string"),
    BOOLEAN("boolean"),
    INTEGER("integer"),
    DECIMAL("decimal"),
    DATE("date"),
    DATE_TIME("dateTime"),
    IP_ADDRESS("ipAddress"),
    JSON("json"),
    /** It has attributes of its own. */
    OBJECT("object"),
    /** It is a list of elements, which have attributes of their own. */
    PLURAL("plural"),
    PASSWORD("password"),
    PASSWORD_BCRYPT("password-bcrypt"),
    PASSWORD_MD5("password-md5"),
    PASSWORD_MD5_SALTED("password-md5-salted-right-base64"),
    PASSWORD_SHA("password-sha"),
    PASSWORD_BASE64("password-base64"),
    /** Of the reserved attribute {@code id} only. */
    ID("id"),
    /** Of the reserved attribute {@code uuid} only. */
    UUID("uuid");

    private final String documentedName;

    AttributeKind(String documentedName) {
        this.documentedName = documentedName;
    }

    /** The name that the API uses. */
    public String documentedName() {
        return documentedName;
    }
}
