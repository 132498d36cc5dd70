package io.regcontract.simulator.control.transport;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Calls the control plane of a simulator in this process, without sockets and without a token. */
public final class EmbeddedTransport implements ControlTransport {

    private final Endpoint controlPlane;

    /** @param controlPlane takes the calls */
    public EmbeddedTransport(Endpoint controlPlane) {
        this.controlPlane = controlPlane;
    }

    @Override
    public JsonNode call(String method, String path, Optional<JsonNode> body) {
        int query = path.indexOf('?');
        var answer = controlPlane.answer(new WireRequest(
                method,
                PREFIX + (query < 0 ? path : path.substring(0, query)),
                query < 0 ? "" : path.substring(query + 1),
                Map.of("content-type", List.of("application/json")),
                body.map(Json::bytes).orElse(new byte[0]),
                InetAddress.getLoopbackAddress()));
        return ControlAnswer.of(method, path, answer.status(), answer.body());
    }
}
