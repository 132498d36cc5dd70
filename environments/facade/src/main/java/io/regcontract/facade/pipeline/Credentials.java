package io.regcontract.facade.pipeline;

/** How the callers of an operation say who they are. */
public enum Credentials {
    /** A client by id and secret: in the header, among the parameters, or by a signature. */
    SECRET,
    /** The same, or the access token of a person. */
    SECRET_OR_TOKEN,
    /** A client by its id alone, or by id and secret in the header. */
    CLIENT_ID,
    /** Nobody needs to. */
    NONE
}
