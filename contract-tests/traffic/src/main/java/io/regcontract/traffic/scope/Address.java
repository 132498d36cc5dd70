package io.regcontract.traffic.scope;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a call, taken apart. It comes from a file, so nothing of it is trusted to be well-formed.
 *
 * @param host in lower case, without port and user
 * @param authority the host, with its port where one is named
 * @param path with its leading slash, percent escapes undone
 * @param query as it was written; empty when there is none
 */
public record Address(String host, String authority, String path, String query) {

    /** An address of HTTP; empty for any other, such as {@code data:} and {@code wss:}. */
    public static Optional<Address> parse(String url) {
        int colon = url.indexOf("://");
        if (colon < 0 || !isHttp(url.substring(0, colon))) {
            return Optional.empty();
        }
        int from = colon + 3;
        int end = end(url, from);
        int user = url.lastIndexOf('@', end - 1);
        var authority = url.substring(Math.max(from, user + 1), end).toLowerCase(Locale.ROOT);
        int fragment = url.indexOf('#', end);
        var rest = fragment < 0 ? url.substring(end) : url.substring(end, fragment);
        int question = rest.indexOf('?');
        var path = question < 0 ? rest : rest.substring(0, question);
        return Optional.of(new Address(
                withoutPort(authority),
                authority,
                path.isEmpty() ? "/" : decoded(path),
                question < 0 ? "" : rest.substring(question + 1)));
    }

    private static boolean isHttp(String scheme) {
        return scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
    }

    private static int end(String url, int from) {
        for (int at = from; at < url.length(); at++) {
            if ("/?#".indexOf(url.charAt(at)) >= 0) {
                return at;
            }
        }
        return url.length();
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    private static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return path;
        }
    }
}
