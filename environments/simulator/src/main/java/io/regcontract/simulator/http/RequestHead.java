package io.regcontract.simulator.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The first line and the headers of a request, as RFC 9112 writes them. Header values mean nothing here, save those that
 * say where the request ends and whether another one follows: a {@code Date} may be any text.
 *
 * @param query the raw query string, one character for each byte; empty when there is none
 * @param headers values by lower-case name
 */
record RequestHead(String method, String path, String query, boolean isLatest, Map<String, List<String>> headers) {

    private static final int LARGEST_HEAD = 384 * 1024;
    private static final int MOST_HEADERS = 200;
    /** Far above the largest body, far below what a number can hold. */
    private static final int LONGEST_LENGTH = 12;

    /**
     * Reads the head of the next request.
     *
     * @throws HttpRefusal 400 when it is none, 431 when it is too large, 505 when it is of another version of HTTP
     */
    static RequestHead read(Incoming incoming) throws IOException, HttpRefusal {
        var first = incoming.line();
        while (first.isEmpty()) {
            // Some clients end a body with a line end that is no part of it.
            first = incoming.line();
        }
        int method = first.indexOf(' ');
        int version = first.lastIndexOf(' ');
        if (method <= 0 || version <= method + 1) {
            throw malformed("The request line must be a method, an address and a version.");
        }
        var protocol = first.substring(version + 1);
        if (!protocol.startsWith("HTTP/")) {
            throw malformed("The request line must end with the version of HTTP.");
        }
        if (!protocol.equals("HTTP/1.1") && !protocol.equals("HTTP/1.0")) {
            throw new HttpRefusal(505, "This server speaks HTTP/1.1.");
        }
        var target = afterAuthority(first.substring(method + 1, version));
        int question = target.indexOf('?');
        return new RequestHead(
                first.substring(0, method),
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                protocol.equals("HTTP/1.1"),
                headers(incoming, LARGEST_HEAD - first.length()));
    }

    /**
     * Reads lines of headers up to the empty one.
     *
     * @param room how many characters they may take
     */
    static Map<String, List<String>> headers(Incoming incoming, int room) throws IOException, HttpRefusal {
        Map<String, List<String>> headers = new HashMap<>();
        int left = room;
        int count = 0;
        for (var line = incoming.line(); !line.isEmpty(); line = incoming.line()) {
            left -= line.length();
            count++;
            if (left < 0 || count > MOST_HEADERS) {
                throw new HttpRefusal(
                        431, "More than " + MOST_HEADERS + " headers, or more than " + LARGEST_HEAD + " bytes of them.");
            }
            int colon = line.indexOf(':');
            if (colon <= 0 || line.charAt(0) <= ' ' || line.charAt(colon - 1) <= ' ') {
                throw malformed("A header must be a name, a colon and a value.");
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), unused -> new ArrayList<>(1))
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** Whether the body comes in chunks. */
    boolean isChunked() throws HttpRefusal {
        var coding = first("transfer-encoding");
        if (coding.isEmpty()) {
            return false;
        }
        if (!coding.get().equalsIgnoreCase("chunked") || headers.get("transfer-encoding").size() > 1) {
            throw new HttpRefusal(501, "The only transfer encoding that is read is chunked.");
        }
        if (headers.containsKey("content-length")) {
            throw malformed("A body has a length or comes in chunks, not both.");
        }
        return true;
    }

    /**
     * The length of the body that follows; empty when it is longer than any that is read.
     *
     * @throws HttpRefusal 400 when it is no length
     */
    OptionalInt contentLength(int most) throws HttpRefusal {
        var lengths = headers.getOrDefault("content-length", List.of("0"));
        var length = lengths.get(0);
        if (!lengths.stream().allMatch(length::equals) || length.isEmpty() || !isNumber(length)) {
            throw malformed("Content-Length must be one whole number.");
        }
        long bytes = length.length() > LONGEST_LENGTH ? Long.MAX_VALUE : Long.parseLong(length);
        return bytes > most ? OptionalInt.empty() : OptionalInt.of((int) bytes);
    }

    /** Whether the client waits for a word before it sends the body. */
    boolean expectsContinue() {
        return isLatest && first("expect").filter("100-continue"::equalsIgnoreCase).isPresent();
    }

    /** Whether another request may follow on this connection. */
    boolean keepsAlive() {
        return isLatest ? !connectionSays("close") : connectionSays("keep-alive");
    }

    Optional<String> first(String lowerCaseName) {
        var values = headers.get(lowerCaseName);
        return values == null ? Optional.empty() : Optional.of(values.get(0));
    }

    private boolean connectionSays(String word) {
        for (var value : headers.getOrDefault("connection", List.of())) {
            for (var said : value.split(",", -1)) {
                if (said.strip().equalsIgnoreCase(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The address without the scheme and host that a client writes who thinks that it talks to a proxy. */
    private static String afterAuthority(String text) throws HttpRefusal {
        if (text.startsWith("/") || text.equals("*")) {
            return text;
        }
        int authority = text.indexOf("://");
        if (authority <= 0) {
            throw malformed("The address must begin with a slash.");
        }
        int path = text.indexOf('/', authority + 3);
        int query = text.indexOf('?', authority + 3);
        if (path >= 0 && (query < 0 || path < query)) {
            return text.substring(path);
        }
        return query < 0 ? "/" : "/" + text.substring(query);
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    private static HttpRefusal malformed(String sentence) {
        return new HttpRefusal(400, sentence);
    }
}
