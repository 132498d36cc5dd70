package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.flow.FlowDocument;
import io.regcontract.simulator.json.Json;
import tools.jackson.databind.JsonNode;

/** The calls about the flows of an application. */
final class FlowCalls {

    private FlowCalls() {}

    static JsonNode answer(ApplicationCall call) {
        return switch (call.shape()) {
            case "GET 0" ->
                call.reading(application -> Json.object().set("flows", Json.array(application.flowNames())));
            case "GET 1" -> call.reading(application -> read(application, call.step(0)));
            case "PUT 1" ->
                call.changing(application -> install(application, call.step(0), ControlRequest.of(call.request())));
            case "DELETE 1" ->
                call.changing(application -> {
                    read(application, call.step(0));
                    application.removeFlow(call.step(0));
                    return Json.object();
                });
            default -> throw ControlPlaneException.unknownCall();
        };
    }

    private static JsonNode read(Application application, String name) {
        return application
                .flow(name)
                .map(FlowDocument::write)
                .orElseThrow(() -> new ControlPlaneException(404, "There is no flow " + name + "."));
    }

    private static JsonNode install(Application application, String name, ControlRequest request) {
        try {
            var flow = FlowDocument.read(name, request.whole());
            application.install(flow);
            return FlowDocument.write(flow);
        } catch (IllegalArgumentException noFlow) {
            throw new ControlPlaneException(400, "This is no flow: " + noFlow.getMessage() + ".");
        }
    }
}
