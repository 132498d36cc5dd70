package io.regcontract.facade.control;

import io.regcontract.facade.store.Application;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Clock, maintenance, quota and storage of an application. */
final class SwitchCalls {

    private SwitchCalls() {}

    static ObjectNode answer(Application application, String area, ControlCall call) {
        switch (call.method() + " " + area) {
            case "GET clock", "GET maintenance", "GET quota", "GET storage" -> {
                // All of it is in the answer.
            }
            case "POST clock" ->
                application.advance(
                        call.body().has("advanceMillis")
                                ? Duration.ofMillis(call.whole("advanceMillis"))
                                : Duration.ofSeconds(call.whole("advanceSeconds")));
            case "PUT clock" -> application.advance(Duration.between(application.now(), call.moment("now")));
            case "PUT maintenance" -> application.switchOff(Set.copyOf(call.texts("groups")));
            case "PUT quota" ->
                application.limit((int) call.whole("calls"), Duration.ofSeconds(call.whole("perSeconds")));
            case "DELETE quota" -> application.lift();
            case "PUT storage" -> application.storage(call.flag("failReads"), call.flag("refuseWrites"));
            default -> throw ControlException.notOffered();
        }
        return state(application);
    }

    static ObjectNode state(Application application) {
        var state = JsonNodeFactory.instance.objectNode();
        state.put("name", application.name());
        state.put("host", application.host());
        state.put("now", application.now().toString());
        var off = state.putArray("maintenance");
        application.off().stream().sorted().forEach(off::add);
        state.putObject("storage")
                .put("refuseWrites", application.writesFail())
                .put("failReads", application.readsFail());
        return state;
    }
}
