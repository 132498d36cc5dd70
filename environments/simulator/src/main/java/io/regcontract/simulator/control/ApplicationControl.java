package io.regcontract.simulator.control;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The control of one application, in terms of calls to the control plane. */
final class ApplicationControl implements SimulatorControl {

    private final ControlTransport transport;
    private final String application;

    ApplicationControl(ControlTransport transport, String application) {
        this.transport = transport;
        this.application = application;
    }

    @Override
    public String application() {
        return application;
    }

    @Override
    public SimulatorControl application(String name) {
        return new ApplicationControl(transport, name);
    }

    @Override
    public ArmedErrorDrill drill(DrillOrder order) {
        return armed(call("POST", "/drills", Optional.of(order.json())));
    }

    @Override
    public List<OfferedDrill> offeredDrills() {
        return call("GET", "/drills", Optional.empty()).path("offered").values().stream()
                .map(drill -> new OfferedDrill(
                        drill.path("name").asString(""),
                        drill.path("code").asInt(0),
                        drill.path("does").asString(""),
                        drill.path("ends").asString(""),
                        texts(drill.path("operations")),
                        texts(drill.path("aims"))))
                .toList();
    }

    @Override
    public List<ArmedErrorDrill> armedDrills() {
        return call("GET", "/drills", Optional.empty()).path("armed").values().stream()
                .map(this::armed)
                .toList();
    }

    long calls(String drill) {
        return call("GET", "/drills/" + encoded(drill), Optional.empty())
                .path("matched")
                .asLong();
    }

    void end(String drill) {
        try {
            call("DELETE", "/drills/" + encoded(drill), Optional.empty());
        } catch (ControlException gone) {
            if (!gone.isNotFound()) {
                throw gone;
            }
        }
    }

    private ArmedErrorDrill armed(JsonNode json) {
        return new ArmedErrorDrill(
                this,
                json.path("id").asString(""),
                json.path("drill").asString(""),
                json.path("code").asInt(0));
    }

    private JsonNode call(String method, String path, Optional<JsonNode> body) {
        return transport.call(method, "/applications/" + encoded(application) + path, body);
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(text -> text.asString("")).toList();
    }

    private static String encoded(String step) {
        return URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
