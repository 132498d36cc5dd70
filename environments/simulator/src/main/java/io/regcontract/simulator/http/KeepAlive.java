package io.regcontract.simulator.http;

import java.util.List;
import java.util.Map;

/** Whether a request leaves its connection open. */
final class KeepAlive {

    private KeepAlive() {}

    /**
     * Whether another request may follow on the connection.
     *
     * @param latest whether the request is of HTTP/1.1, and not of an older version
     */
    static boolean isAllowed(boolean latest, Map<String, List<String>> headers) {
        return (latest ? !says(headers, "close") : says(headers, "keep-alive")) && isFramedOnce(latest, headers);
    }

    private static boolean says(Map<String, List<String>> headers, String word) {
        for (var value : headers.getOrDefault("connection", List.of())) {
            for (var said : value.split(",", -1)) {
                if (said.strip().equalsIgnoreCase(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether all readers on the way agree where the request ends. After a request that says it twice, or in a way that
     * its version of HTTP does not know, the connection must be closed (RFC 9112, 6.1).
     */
    private static boolean isFramedOnce(boolean latest, Map<String, List<String>> headers) {
        return !headers.containsKey("transfer-encoding") || (latest && !headers.containsKey("content-length"));
    }
}
