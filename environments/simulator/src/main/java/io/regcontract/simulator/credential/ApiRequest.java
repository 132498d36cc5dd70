package io.regcontract.simulator.credential;

import io.regcontract.simulator.argument.Parameters;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A call to the API, free of HTTP.
 *
 * @param host the host header, empty when there is none
 * @param authorization the authorization header
 * @param date the date header, as signed requests carry it
 * @param applicationId the application that a header names
 * @param abandoned whether the caller has hung up by now; not to be asked too often
 */
public record ApiRequest(
        String path,
        String host,
        Optional<String> authorization,
        Optional<String> date,
        Optional<String> applicationId,
        InetAddress caller,
        Parameters parameters,
        BooleanSupplier abandoned) {

    /** The host that was called, without its port. */
    public String hostName() {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
