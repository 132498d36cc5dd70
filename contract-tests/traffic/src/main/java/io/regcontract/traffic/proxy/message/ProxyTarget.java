package io.regcontract.traffic.proxy.message;

import java.net.URI;
import java.util.Locale;

/**
 * The service that stands behind a proxy.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or number
 * @param port of the service
 */
public record ProxyTarget(String scheme, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Of an address that has scheme and host. */
    public static ProxyTarget of(URI address) {
        var scheme = address.getScheme().toLowerCase(Locale.ROOT);
        var port = address.getPort() > 0 ? address.getPort() : usual(scheme);
        return new ProxyTarget(scheme, address.getHost(), port);
    }

    private static int usual(String scheme) {
        return scheme.equals("https") ? HTTPS : HTTP;
    }

    public boolean secure() {
        return scheme.equals("https");
    }

    /** As Host names it. */
    public String authority() {
        return port == usual(scheme) ? host : host + ":" + port;
    }

    /** The address in front of a path. */
    public String base() {
        return scheme + "://" + authority();
    }

    /** Whether an address that a client wrote in full means this service. */
    public boolean is(URI other) {
        return other.getHost() != null
                && of(other).host().equalsIgnoreCase(host)
                && of(other).port() == port;
    }

    /** The host without the brackets of an IPv6 number. */
    public String lookUp() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
