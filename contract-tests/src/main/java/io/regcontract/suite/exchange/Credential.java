package io.regcontract.suite.exchange;

import java.util.Optional;

/** How a call says who makes it. */
public sealed interface Credential {

    /** The client that the credential names, when it names one. */
    Optional<String> client();

    /** HTTP Basic: client id and secret. */
    record Basic(String clientId, String secret) implements Credential {
        @Override
        public Optional<String> client() {
            return Optional.of(clientId);
        }

        @Override
        public String toString() {
            return "Basic of " + clientId;
        }
    }

    /** {@code client_id} and {@code client_secret} as parameters. */
    record Parameters(String clientId, String secret) implements Credential {
        @Override
        public Optional<String> client() {
            return Optional.of(clientId);
        }

        @Override
        public String toString() {
            return "parameters of " + clientId;
        }
    }

    /** {@code client_id} alone, as the sign-in operations take it. */
    record ClientIdOnly(String clientId) implements Credential {
        @Override
        public Optional<String> client() {
            return Optional.of(clientId);
        }
    }

    /** {@code Authorization: OAuth} with an access token. */
    record OAuthHeader(String token) implements Credential {
        @Override
        public Optional<String> client() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "an access token";
        }
    }

    /** An {@code Authorization} header of any scheme. */
    record Scheme(String scheme, String value) implements Credential {
        @Override
        public Optional<String> client() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "scheme " + scheme;
        }
    }

    /** None at all. */
    record None() implements Credential {
        @Override
        public Optional<String> client() {
            return Optional.empty();
        }
    }
}
