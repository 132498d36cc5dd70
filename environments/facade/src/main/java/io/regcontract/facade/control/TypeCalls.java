package io.regcontract.facade.control;

import io.regcontract.facade.schema.Attribute;
import io.regcontract.facade.store.Application;
import io.regcontract.facade.store.EntityType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The entity types of an application. */
final class TypeCalls {

    private TypeCalls() {}

    static ObjectNode answer(Application application, ControlCall call) {
        return switch (call.shape()) {
            case "GET 0" -> {
                var answer = JsonNodeFactory.instance.objectNode();
                var list = answer.putArray("types");
                application.types().forEach(type -> list.add(written(type)));
                yield answer;
            }
            case "POST 0" ->
                written(application
                        .addType(call.text("name"), Attribute.read(call.body().path("attributes")))
                        .orElseThrow(() -> new ControlException(409, "There is a type of that name already.")));
            case "GET 1" -> written(type(application, call.step(0)));
            case "DELETE 1" -> {
                application.removeType(type(application, call.step(0)).name());
                yield JsonNodeFactory.instance.objectNode();
            }
            case "PUT 2" -> {
                if (!call.step(1).equals("password-history")) {
                    throw ControlException.notOffered();
                }
                var type = type(application, call.step(0));
                type.rememberPasswords((int) call.whole("size"));
                yield written(type);
            }
            default -> throw ControlException.notOffered();
        };
    }

    static EntityType type(Application application, String name) {
        return application
                .type(name)
                .orElseThrow(() -> new ControlException(404, "There is no entity type " + name + "."));
    }

    private static ObjectNode written(EntityType type) {
        var written = JsonNodeFactory.instance.objectNode().put("name", type.name());
        var attributes = written.putArray("attributes");
        type.attributes().forEach(attribute -> attribute.writeTo(attributes.addObject()));
        type.passwordHistory().ifPresent(size -> written.put("passwordHistory", size));
        return written;
    }
}
