package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireAnswer;

/** A control call that cannot be carried out, with the HTTP status that says so. */
final class ControlPlaneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ControlPlaneException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static ControlPlaneException unknownCall() {
        return new ControlPlaneException(404, "The control plane has no such call.");
    }

    /** Says it to the caller. */
    WireAnswer answer() {
        var answer = WireAnswer.json(status, Json.object().put("message", getMessage()));
        return status == 401 ? answer.withHeader("WWW-Authenticate", "Bearer") : answer;
    }
}
