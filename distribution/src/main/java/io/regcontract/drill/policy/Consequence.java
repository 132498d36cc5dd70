package io.regcontract.drill.policy;

/** What something that was found does to the result. */
public enum Consequence {
    /** The result is no pass. */
    FAILS,
    /** A person should look. */
    WARNS,
    /** Nothing, and it is not shown. */
    IGNORED
}
