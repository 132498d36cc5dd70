package io.regcontract.facade.http;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came through the gateway.
 *
 * @param path below the base path
 * @param query parameters of the address
 * @param form parameters of the body
 * @param headers by name in lower case; of several of one name the first
 * @param body as it came, for what is no form
 * @param caller where it came from
 */
public record ApiRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> form,
        Map<String, String> headers,
        String body,
        InetAddress caller) {

    /** A header, by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
