package io.regcontract.simulator.error;

/**
 * What exactly happened, where a service is known to answer something else than the documented code. An operation says
 * what happened; only the rendering knows which dialect makes a difference of it.
 */
public enum Circumstance {
    /** A string that is no IPv4 address was written to an ip address attribute. */
    MALFORMED_IP_ADDRESS,
    /** A traditional registration form holds the e-mail address of another account. */
    EMAIL_TAKEN_AT_REGISTRATION,
    /** The record interface was asked to compare a password and it was another one. */
    PASSWORD_CHECK_FAILED,
    /** A code or a refresh token that /oauth/token does not accept. */
    GRANT_NOT_ACCEPTED,
    /** Anything else wrong with a request to /oauth/token. */
    TOKEN_REQUEST_NOT_ACCEPTED,
    /** A filter uses the removed {@code contains} operator. */
    FILTER_OPERATOR_REMOVED,
    /** Required arguments of a form operation are absent, and the answer lists all of them. */
    ARGUMENTS_LISTED,
    /** An access token that was never issued, or has been revoked. */
    UNKNOWN_ACCESS_TOKEN
}
