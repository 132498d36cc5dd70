package io.regcontract.facade.control;

import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.schema.Times;
import io.regcontract.facade.store.Application;
import io.regcontract.facade.store.EntityRecord;
import io.regcontract.facade.store.EntityType;
import io.regcontract.facade.write.RecordWriter;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The records of an application, and what belongs to each. */
final class RecordCalls {

    /** What stands for a password that is set. */
    private static final String HIDDEN = "***";

    private RecordCalls() {}

    static ObjectNode answer(Application application, ControlCall call) {
        if (call.steps().isEmpty()) {
            throw ControlException.notOffered();
        }
        var type = TypeCalls.type(application, call.step(0));
        try {
            return switch (call.shape()) {
                case "GET 1" -> list(type);
                case "POST 1" -> written(new RecordWriter(type, application.now()).create(call.object("attributes")));
                case "GET 2" -> written(record(type, call.step(1)));
                case "POST 2" -> {
                    var record = record(type, call.step(1));
                    new RecordWriter(type, application.now())
                            .update(record, Optional.empty(), call.object("attributes"));
                    yield written(record);
                }
                case "DELETE 2" -> {
                    var record = record(type, call.step(1));
                    application.tokens().revoke(record);
                    type.remove(record);
                    yield JsonNodeFactory.instance.objectNode();
                }
                case "POST 3", "PUT 3", "DELETE 3" -> changed(application, type, call);
                default -> throw ControlException.notOffered();
            };
        } catch (Refusal refused) {
            throw new ControlException(400, refused.description());
        }
    }

    private static ObjectNode changed(Application application, EntityType type, ControlCall call) {
        var record = record(type, call.step(1));
        var answer = JsonNodeFactory.instance.objectNode();
        switch (call.method() + " " + call.step(2)) {
            case "DELETE grants" -> application.tokens().revoke(record);
            case "POST expire" -> {
                var tokens = application.tokens();
                answer.put("tokens", call.flag("tokens") ? tokens.expire(record, true, application.now()) : 0);
                answer.put("codes", call.flag("codes") ? tokens.expire(record, false, application.now()) : 0);
            }
            case "PUT verified" -> verify(application, type, record, true);
            case "DELETE verified" -> verify(application, type, record, false);
            default -> throw ControlException.notOffered();
        }
        return answer;
    }

    private static void verify(Application application, EntityType type, EntityRecord record, boolean verified) {
        var written = JsonNodeFactory.instance.objectNode();
        if (verified) {
            written.put("emailVerified", Times.written(application.now()));
        } else {
            written.set("emailVerified", NullNode.instance);
        }
        new RecordWriter(type, application.now()).update(record, Optional.empty(), written);
    }

    private static ObjectNode list(EntityType type) {
        var answer = JsonNodeFactory.instance
                .objectNode()
                .put("total", type.records().size());
        var list = answer.putArray("records");
        type.records().forEach(record -> list.add(written(record)));
        return answer;
    }

    static EntityRecord record(EntityType type, String who) {
        return type.byUuid(who)
                .or(() -> type.byEmail(who))
                .orElseThrow(() -> new ControlException(404, "There is no record of " + who + "."));
    }

    private static ObjectNode written(EntityRecord record) {
        var shown = record.all();
        if (shown.path("password").isObject()) {
            shown.put("password", HIDDEN);
        }
        return shown;
    }
}
