package io.regcontract.suite.call;

import java.time.Duration;
import java.util.Optional;

/** How a call says who makes it. */
public sealed interface Credential {

    /** The client that the credential names, when it names one. */
    default Optional<String> client() {
        return Optional.empty();
    }

    /** A credential made of a client's id and secret. */
    sealed interface ClientSecret extends Credential {

        /** The client. */
        String clientId();

        /** Its secret. */
        String secret();

        /** The two as HTTP Basic joins them, with a colon. */
        default String pair() {
            return clientId() + ":" + secret();
        }

        @Override
        default Optional<String> client() {
            return Optional.of(clientId());
        }
    }

    /** A credential that is an issued token. */
    sealed interface Token extends Credential {

        /** The token. */
        String token();
    }

    /** HTTP Basic: client id and secret. */
    record Basic(String clientId, String secret) implements ClientSecret {
        @Override
        public String toString() {
            return "Basic of " + clientId;
        }
    }

    /** What HTTP Basic sends, without its name: samples of the vendor do so. */
    record WithoutScheme(String clientId, String secret) implements ClientSecret {
        @Override
        public String toString() {
            return "id and secret of " + clientId + " without a scheme";
        }
    }

    /** {@code client_id} and {@code client_secret} as parameters. */
    record Parameters(String clientId, String secret) implements ClientSecret {
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

    /**
     * {@code Authorization: Signature} with an HMAC over the call, and the {@code Date} it is made for. Computed when the
     * call is sent, since it covers all parameters.
     *
     * @param age how long ago the call says it was made
     */
    record Signature(String clientId, String secret, Duration age) implements ClientSecret {
        @Override
        public String toString() {
            return "signature of " + clientId + (age.isZero() ? "" : ", made " + age + " ago");
        }
    }

    /** A token among the parameters, and nothing else that says who is calling. */
    record TokenParameter(String parameter, String token) implements Token {
        @Override
        public String toString() {
            return "parameter " + parameter;
        }
    }

    /** {@code Authorization: OAuth} with an access token. */
    record OAuthHeader(String token) implements Token {
        @Override
        public String toString() {
            return "an access token";
        }
    }

    /** An {@code Authorization} header of any scheme. */
    record Scheme(String scheme, String value) implements Credential {
        @Override
        public String toString() {
            return "scheme " + scheme;
        }
    }

    /** None at all. */
    record None() implements Credential {}
}
