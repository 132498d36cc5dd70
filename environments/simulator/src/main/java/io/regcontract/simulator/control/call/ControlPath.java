package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.transport.ControlTransport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A place in a control plane, and the calls that can be made there. */
public final class ControlPath {

    private final ControlTransport transport;
    private final String path;

    private ControlPath(ControlTransport transport, String path) {
        this.transport = transport;
        this.path = path;
    }

    /** Where the paths of a control plane begin. */
    public static ControlPath root(ControlTransport transport) {
        return new ControlPath(transport, "");
    }

    /** A place below this one; names are encoded. */
    public ControlPath at(String... names) {
        var below = new StringBuilder(path);
        for (var name : names) {
            below.append('/').append(encoded(name));
        }
        return new ControlPath(transport, below.toString());
    }

    /** The same place, asked with a key and its value behind the question mark. */
    public ControlPath with(String key, String value) {
        return new ControlPath(transport, path + (path.contains("?") ? "&" : "?") + key + "=" + encoded(value));
    }

    /** Looks at what is there. */
    public JsonNode get() {
        return transport.call("GET", path, Optional.empty());
    }

    /** Does something with what is there. */
    public JsonNode post(JsonNode body) {
        return transport.call("POST", path, Optional.of(body));
    }

    /** Says how it is to be. */
    public JsonNode put(JsonNode body) {
        return transport.call("PUT", path, Optional.of(body));
    }

    /** Takes it away. */
    public JsonNode delete() {
        return transport.call("DELETE", path, Optional.empty());
    }

    /** The path after that of the control plane, as it is sent. */
    @Override
    public String toString() {
        return path;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
