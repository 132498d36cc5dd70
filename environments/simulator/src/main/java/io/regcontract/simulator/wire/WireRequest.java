package io.regcontract.simulator.wire;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A request as it came over the wire, without the type of any server.
 *
 * @param query the raw query string, one character for each byte; empty when there is none
 * @param headers header values by lower-case name
 * @param abandoned whether the client has hung up by now; to be asked by the thread that answers, and not too often
 */
@SuppressWarnings("ArrayRecordComponent") // The body is read once, by one reader, and never compared.
public record WireRequest(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body,
        InetAddress caller,
        BooleanSupplier abandoned) {

    /** A request of a client that waits for its answer. */
    public WireRequest(
            String method,
            String path,
            String query,
            Map<String, List<String>> headers,
            byte[] body,
            InetAddress caller) {
        this(method, path, query, headers, body, caller, () -> false);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        var values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }
}
