package io.regcontract.traffic.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer of the proxy's own, which says so: Proxy-Status (RFC 9209) names it, and the service never sends that name. It
 * ends the connection.
 */
final class OwnAnswer {

    private static final Map<Integer, String> REASONS = Map.of(
            400, "Bad Request",
            405, "Method Not Allowed",
            421, "Misdirected Request",
            431, "Request Header Fields Too Large",
            501, "Not Implemented",
            502, "Bad Gateway",
            503, "Service Unavailable",
            505, "HTTP Version Not Supported");

    private OwnAnswer() {}

    /**
     * Makes an answer.
     *
     * @param error one of the registered words of Proxy-Status
     * @param sentence for people
     */
    static byte[] of(int status, String error, String sentence) {
        var body = ("regcontract proxy: " + sentence + "\n").getBytes(StandardCharsets.UTF_8);
        var head = "HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, "Error") + "\r\n"
                + "Proxy-Status: regcontract; error=" + error + "\r\n"
                + "Content-Type: text/plain;charset=utf-8\r\n"
                + "Content-Length: " + body.length + "\r\n"
                + "Connection: close\r\n\r\n";
        var bytes = head.getBytes(StandardCharsets.US_ASCII);
        var all = new byte[bytes.length + body.length];
        System.arraycopy(bytes, 0, all, 0, bytes.length);
        System.arraycopy(body, 0, all, bytes.length, body.length);
        return all;
    }
}
