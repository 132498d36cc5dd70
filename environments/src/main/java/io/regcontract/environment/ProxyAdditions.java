package io.regcontract.environment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a proxy adds to what it passes on, so that clients behind it need not have it.
 *
 * @param headers by name, set on every request
 * @param clientCertificate of the proxy, for a service that asks for one
 */
public record ProxyAdditions(Map<String, Secret> headers, Optional<ClientCertificate> clientCertificate) {

    /** It adds nothing. */
    public static final ProxyAdditions NONE = new ProxyAdditions(Map.of(), Optional.empty());

    public ProxyAdditions {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * A certificate with its key.
     *
     * @param store PKCS12
     * @param password of the store and of the key in it
     */
    public record ClientCertificate(Path store, Secret password) {}
}
