package io.regcontract.facade.control;

import io.regcontract.facade.store.Application;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What people who sign in go by: flows, the messages that they are sent, settings. */
final class SignInCalls {

    private SignInCalls() {}

    static ObjectNode answer(Application application, String area, ControlCall call) {
        return switch (area + " " + call.shape()) {
            case "flows GET 0" -> {
                var answer = JsonNodeFactory.instance.objectNode();
                var names = answer.putArray("flows");
                application.flows().keySet().forEach(names::add);
                yield answer;
            }
            case "flows GET 1" -> flow(application, call.step(0)).deepCopy();
            case "flows PUT 1" -> {
                application.flows().put(call.step(0), call.body());
                yield JsonNodeFactory.instance.objectNode();
            }
            case "flows DELETE 1" -> {
                application.flows().remove(call.step(0));
                yield JsonNodeFactory.instance.objectNode();
            }
            case "mails GET 0" -> mails(application);
            case "settings GET 0" -> settings(application);
            case "settings PUT 1" -> {
                application.settings().put(call.step(0), call.text("value"));
                yield settings(application);
            }
            case "settings DELETE 1" -> {
                application.settings().remove(call.step(0));
                yield settings(application);
            }
            default -> throw ControlException.notOffered();
        };
    }

    private static ObjectNode flow(Application application, String name) {
        return Optional.ofNullable(application.flows().get(name))
                .orElseThrow(() -> new ControlException(404, "There is no flow " + name + "."));
    }

    private static ObjectNode mails(Application application) {
        var answer = JsonNodeFactory.instance.objectNode();
        var list = answer.putArray("mails");
        application.mails().forEach(mail -> list.addObject()
                .put("to", mail.to())
                .put("kind", mail.kind())
                .put("code", mail.code())
                .put("time", mail.time().toString()));
        return answer;
    }

    private static ObjectNode settings(Application application) {
        var answer = JsonNodeFactory.instance.objectNode();
        var all = answer.putObject("application");
        application.settings().forEach(all::put);
        answer.putObject("clients");
        return answer;
    }
}
