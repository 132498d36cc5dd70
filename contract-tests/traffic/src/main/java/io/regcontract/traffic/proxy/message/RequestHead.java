package io.regcontract.traffic.proxy.message;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A request that may be passed on.
 *
 * @param method of it
 * @param target as the service takes it: a path, or {@code *}
 * @param version {@code HTTP/1.1} or {@code HTTP/1.0}
 * @param head all of it, as it came
 */
public record RequestHead(String method, String target, String version, MessageHead head) {

    private static final int BAD = 400;

    /**
     * Reads a head.
     *
     * @param service behind the proxy
     * @param ownPort of the proxy
     */
    public static RequestHead of(MessageHead head, ProxyTarget service, int ownPort) throws BadMessageException {
        var parts = head.startLine().split(" ", -1);
        if (parts.length != 3 || !MessageHead.isToken(parts[0]) || parts[1].isEmpty()) {
            throw new BadMessageException(BAD, "its first line is not METHOD TARGET HTTP/1.1");
        }
        if (!parts[2].equals("HTTP/1.1") && !parts[2].equals("HTTP/1.0")) {
            throw new BadMessageException(505, "it is not HTTP/1.1 or HTTP/1.0, which is all that the proxy passes on");
        }
        if (parts[0].equals("CONNECT")) {
            throw new BadMessageException(
                    405, "CONNECT asks for a tunnel, and the proxy stands before one service: send requests to it");
        }
        var hosts = head.values("Host");
        if (hosts.size() > 1 || (hosts.isEmpty() && parts[2].equals("HTTP/1.1"))) {
            throw new BadMessageException(BAD, "it has " + (hosts.isEmpty() ? "no" : "more than one") + " Host");
        }
        return new RequestHead(parts[0], target(parts[1], service, ownPort), parts[2], head);
    }

    private static String target(String text, ProxyTarget service, int ownPort) throws BadMessageException {
        if (text.startsWith("/") || text.equals("*")) {
            return text;
        }
        try {
            var address = new URI(text);
            if (address.getHost() == null) {
                throw new BadMessageException(BAD, "its target is neither a path nor an address");
            }
            if (!service.is(address) && address.getPort() != ownPort) {
                throw new BadMessageException(
                        421, "it asks for another service than " + service.base() + ", which the proxy stands before");
            }
            var path = text.substring(text.indexOf("//") + 2);
            var slash = path.indexOf('/');
            var query = path.indexOf('?');
            return slash >= 0 && (query < 0 || slash < query)
                    ? path.substring(slash)
                    : "/" + (query < 0 ? "" : path.substring(query));
        } catch (URISyntaxException noAddress) {
            throw new BadMessageException(BAD, "its target is neither a path nor an address");
        }
    }

    public boolean http10() {
        return version.equals("HTTP/1.0");
    }

    public String startLine() {
        return method + " " + target + " " + version;
    }
}
