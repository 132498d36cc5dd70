package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.util.Set;

/**
 * Says that the process is alive, which version it is and how it speaks. For probes and scripts, so it asks for no
 * token, is there without a control plane, and tells nothing of any application.
 */
public final class Health implements Endpoint {

    /** Where it is. */
    public static final String PATH = ControlPlane.PREFIX + "/health";

    private final String version;
    private final String dialect;

    /**
     * The endpoint that says whether the simulator is alive.
     *
     * @param dialect the name of the dialect, in lower case
     */
    public Health(String version, String dialect) {
        this.version = version;
        this.dialect = dialect;
    }

    /** Whether a path is that of the health. */
    public static boolean owns(String path) {
        return path.equals(PATH);
    }

    @Override
    public WireAnswer answer(WireRequest request) {
        if (!Set.of("GET", "HEAD").contains(request.method())) {
            return WireAnswer.json(405, Json.object().put("message", "Use GET."))
                    .withHeader("Allow", "GET, HEAD");
        }
        return WireAnswer.json(
                200, Json.object().put("alive", true).put("version", version).put("dialect", dialect));
    }
}
