package io.regcontract.simulator.control.schema;

/** A rule that an attribute can ask of its values. */
public enum AttributeConstraint {
    /** There must be a value. */
    REQUIRED("required"),
    /** No two records hold the same value. */
    UNIQUE("unique"),
    /** No two elements of a plural hold the same value. */
    LOCALLY_UNIQUE("locally-unique"),
    /** Latin letters only. */
    ALPHABETIC("alphabetic"),
    /** Latin letters and digits only. */
    ALPHANUMERIC("alphanumeric"),
    /** Letters only. */
    UNICODE_LETTERS("unicode-letters"),
    /** Characters only that can be seen. */
    UNICODE_PRINTABLE("unicode-printable"),
    /** An e-mail address. */
    EMAIL_ADDRESS("email-address");

    private final String documentedName;

    AttributeConstraint(String documentedName) {
        this.documentedName = documentedName;
    }

    /** The name that the API uses. */
    public String documentedName() {
        return documentedName;
    }
}
