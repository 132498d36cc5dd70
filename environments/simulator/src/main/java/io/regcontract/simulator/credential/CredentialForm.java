package io.regcontract.simulator.credential;

/** The ways to say who is calling; each operation says which of them it takes. */
public enum CredentialForm {
    /** {@code Authorization: Basic}. */
    BASIC,
    /** {@code client_id} and {@code client_secret} among the parameters. */
    CLIENT_PARAMETERS,
    /** {@code Authorization: Signature}: client id and a signature over path, date and parameters. */
    SIGNATURE,
    /** {@code Authorization: OAuth}, or {@code access_token} among the parameters: the user's own token. */
    ACCESS_TOKEN,
    /** {@code creation_token} among the parameters. */
    CREATION_TOKEN,
    /** {@code client_id} alone: the client names itself and proves nothing. */
    CLIENT_ID
}
