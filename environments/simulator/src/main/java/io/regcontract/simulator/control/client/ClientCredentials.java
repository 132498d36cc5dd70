package io.regcontract.simulator.control.client;

/** What an API client proves with who it is. */
public record ClientCredentials(String id, String secret) {

    /** The id alone, so that the secret is in no log. */
    @Override
    public String toString() {
        return "ClientCredentials[id=" + id + "]";
    }
}
