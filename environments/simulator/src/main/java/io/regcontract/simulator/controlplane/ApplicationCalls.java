package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.ApplicationChange;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireRequest;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The calls of the control plane about one application, each handed to the class of its area. */
final class ApplicationCalls {

    private final Applications applications;
    private final ApplicationChange changes;

    ApplicationCalls(Applications applications, ApplicationChange changes) {
        this.applications = applications;
        this.changes = changes;
    }

    /**
     * Answers a call.
     *
     * @param name of the application
     * @param steps of the path, after the name
     * @throws ControlPlaneException 404 when there is no such application or call, 400 and 409 for what cannot be done
     */
    JsonNode answer(WireRequest request, String name, List<String> steps) {
        var application = applications.find(name).orElseThrow(() -> gone(name));
        var area = steps.isEmpty() ? "" : steps.get(0);
        var call = new ApplicationCall(
                application, changes, request, steps.subList(Math.min(1, steps.size()), steps.size()));
        return switch (area) {
            case "" -> whole(call);
            case "clock", "maintenance", "quota", "storage", "search-lag", "hidden" -> SwitchCalls.answer(call, area);
            case "flows" -> FlowCalls.answer(call);
            case "mails", "social" -> MessageCalls.answer(call, area);
            case "clients" -> ClientCalls.answer(call);
            case "settings" -> SettingCalls.answer(call);
            case "types" -> TypeCalls.answer(call);
            case "records" -> RecordCalls.answer(call);
            default -> throw ControlPlaneException.unknownCall();
        };
    }

    private JsonNode whole(ApplicationCall call) {
        return switch (call.shape()) {
            case "GET 0" -> call.reading(SwitchCalls::state);
            case "DELETE 0" -> delete(call.application());
            default -> throw ControlPlaneException.unknownCall();
        };
    }

    private JsonNode delete(Application application) {
        if (application == applications.defaultApplication()) {
            throw new ControlPlaneException(409, "The default application cannot be deleted; use reset.");
        }
        if (!applications.delete(application)) {
            throw gone(application);
        }
        return Json.object();
    }

    private static ControlPlaneException gone(Application application) {
        return gone(application.name());
    }

    private static ControlPlaneException gone(String name) {
        return new ControlPlaneException(404, "There is no application " + name + ".");
    }
}
