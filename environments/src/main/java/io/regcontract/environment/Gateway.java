package io.regcontract.environment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a gateway in front of the service asks for, on top of the API's own credentials. It goes to the host of the service
 * alone.
 *
 * @param headers by name, added to every request; a bearer is one of them
 * @param clientCertificate shown to a gateway that asks for one
 */
public record Gateway(Map<String, Secret> headers, Optional<ClientCertificate> clientCertificate) {

    /** There is none, or it asks for nothing. */
    public static final Gateway NONE = new Gateway(Map.of(), Optional.empty());

    public Gateway {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * A certificate with its key.
     *
     * @param file PEM with both, or a PKCS12 store where there is a password
     * @param password of the store and of the key in it
     */
    public record ClientCertificate(Path file, Optional<Secret> password) {}
}
