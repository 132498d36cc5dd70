package io.regcontract.simulator.error;

/**
 * What exactly happened, where a service is known to answer something else than the documented code. An operation says
 * what happened; only the rendering knows which dialect makes a difference of it.
 */
public enum ErrorCause {
    /** A string that is no IPv4 address was written to an ip address attribute. The subject is the attribute's path. */
    MALFORMED_IP_ADDRESS,
    /** A traditional registration form holds the e-mail address of another account. The subject is the form's field. */
    EMAIL_TAKEN_AT_REGISTRATION,
    /** The record interface was asked to compare a password and it was another one. */
    PASSWORD_CHECK_FAILED,
    /** A filter uses an operator that was removed. */
    FILTER_OPERATOR_REMOVED,
    /** Required arguments of a form operation are absent, and the description lists all of them. */
    ARGUMENTS_LISTED,
    /** An access token that was never issued, or has been revoked. */
    UNKNOWN_ACCESS_TOKEN,
    /** An access schema names an attribute that is reserved. */
    RESERVED_IN_ACCESS_SCHEMA,
    /** A search would take longer than the caller waits. */
    SEARCH_TIMED_OUT
}
