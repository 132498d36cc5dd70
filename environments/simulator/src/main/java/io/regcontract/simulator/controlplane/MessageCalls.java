package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.json.Json;
import tools.jackson.databind.JsonNode;

/** The calls about what people are sent, and about where else they sign in. */
final class MessageCalls {

    private MessageCalls() {}

    static JsonNode answer(ApplicationCall call, String area) {
        return switch (area + " " + call.shape()) {
            case "mails GET 0" -> call.reading(MessageCalls::mails);
            case "social POST 0" ->
                call.changing(application -> signIn(application, call.body("provider", "identifier", "profile")));
            default -> throw ControlPlaneException.unknownCall();
        };
    }

    private static JsonNode mails(Application application) {
        var mails = Json.object();
        var list = mails.putArray("mails");
        application.outbox().all().forEach(mail -> list.addObject()
                .put("to", mail.to())
                .put("kind", mail.kind())
                .put("code", mail.code())
                .put("link", mail.link())
                .put("time", mail.time().toString()));
        return mails;
    }

    private static JsonNode signIn(Application application, ControlRequest request) {
        var identity = application
                .socialIdentities()
                .signIn(request.text("provider"), request.text("identifier"), request.object("profile"));
        return Json.object().put("token", identity.token());
    }
}
