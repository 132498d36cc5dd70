package io.regcontract.simulator.wire;

import io.regcontract.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An answer as it goes over the wire.
 *
 * @param delivery how it leaves; of no account where nothing is sent
 */
@SuppressWarnings("ArrayRecordComponent") // The body is read once, by one reader, and never compared.
public record WireAnswer(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    /** An answer that leaves at once and as a whole. */
    public WireAnswer(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, Delivery.USUAL);
    }

    /** JSON that caches must not keep. */
    public static WireAnswer json(int status, JsonNode body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("Cache-Control", "no-store");
        return new WireAnswer(status, headers, Json.bytes(body));
    }

    /** A sentence outside every API, for what HTTP itself refuses. */
    public static WireAnswer plain(int status, String sentence) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        headers.put("Cache-Control", "no-store");
        return new WireAnswer(status, headers, (sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The same answer with another body. */
    public WireAnswer withBody(byte[] other) {
        return new WireAnswer(status, headers, other);
    }

    /** The same answer, leaving in another way. */
    public WireAnswer delivered(Delivery other) {
        return new WireAnswer(status, headers, body, other);
    }

    /** The same answer with one more header. */
    public WireAnswer withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WireAnswer(status, more, body, delivery);
    }

    /** The same answer, which says that it depends on one more header of the request. */
    public WireAnswer varyingBy(String header) {
        var before = headers.get("Vary");
        return withHeader("Vary", before == null ? header : before + ", " + header);
    }
}
