package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.change.ClientChanges;
import io.regcontract.simulator.change.SchemaChanges;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.AttributeDefinitions;
import io.regcontract.simulator.schema.Constraint;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.PasswordSettings;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls about the entity types of an application and their attributes. */
final class TypeCalls {

    private static final List<String> CONSTRAINTS =
            Arrays.stream(Constraint.values()).map(Constraint::documentedName).toList();
    private static final int LONGEST_TEXT = 1_000_000;

    private TypeCalls() {}

    static JsonNode answer(ApplicationCall call) {
        return switch (call.shape()) {
            case "GET 0" -> call.reading(TypeCalls::list);
            case "POST 0" -> call.changing(application -> add(application, call.body("name", "attributes")));
            case "GET 1" -> call.reading(application -> written(new SchemaChanges(application).type(call.step(0))));
            case "DELETE 1" ->
                call.changing(application -> {
                    var changes = new SchemaChanges(application);
                    changes.remove(changes.type(call.step(0)));
                    return Json.object();
                });
            default -> {
                if (call.steps().size() < 2) {
                    throw ControlPlaneException.unknownCall();
                }
                yield call.changing(application -> changed(application, call));
            }
        };
    }

    private static JsonNode changed(Application application, ApplicationCall call) {
        var changes = new SchemaChanges(application);
        var type = changes.type(call.step(0));
        switch (call.request().method() + " " + call.step(1) + " "
                + call.steps().size()) {
            case "POST attributes 2" ->
                changes.addAttribute(type, call.body("attribute").value("attribute"));
            case "DELETE attributes 3" -> changes.removeAttribute(type, SchemaChanges.path(call.step(2)));
            case "POST attributes 3" -> change(changes, type, call);
            case "PUT password-history 2" ->
                changes.remember(
                        type, size((int) call.body("size").whole("size", 0, PasswordSettings.LONGEST_HISTORY)));
            case "POST hidden 2" -> {
                var body = call.body("attribute", "client");
                changes.hide(
                        type,
                        SchemaChanges.path(body.named("attribute")),
                        new ClientChanges(application).client(body.named("client")));
            }
            case "DELETE hidden 2" ->
                changes.showAll(
                        type,
                        new ClientChanges(application)
                                .client(call.query("client").named("client")));
            default -> throw ControlPlaneException.unknownCall();
        }
        return written(changes.type(type.name()));
    }

    private static void change(SchemaChanges changes, EntityType type, ApplicationCall call) {
        var body = call.body("add", "take", "length");
        var path = SchemaChanges.path(call.step(2));
        if (!body.isEmpty("add") || !body.isEmpty("take")) {
            changes.constrain(
                    type,
                    path,
                    body.named("add", Constraint::named, CONSTRAINTS),
                    body.named("take", Constraint::named, CONSTRAINTS));
        }
        if (!body.isEmpty("length")) {
            changes.limitLength(
                    changes.type(type.name()),
                    path,
                    body.has("length")
                            ? OptionalInt.of((int) body.whole("length", 0, LONGEST_TEXT))
                            : OptionalInt.empty());
        }
    }

    private static OptionalInt size(int size) {
        return size == 0 ? OptionalInt.empty() : OptionalInt.of(size);
    }

    private static JsonNode list(Application application) {
        var answer = Json.object();
        var list = answer.putArray("types");
        application.entityTypes().all().forEach(type -> list.add(written(type)));
        return answer;
    }

    private static JsonNode add(Application application, ControlRequest request) {
        return written(new SchemaChanges(application)
                .add(request.named("name"), request.has("attributes") ? request.array("attributes") : Json.array()));
    }

    private static ObjectNode written(EntityType type) {
        var written = Json.object().put("name", type.name());
        written.set("attributes", AttributeDefinitions.schema(type, true).path("attr_defs"));
        type.historySize().ifPresent(size -> written.put("passwordHistory", size));
        return written;
    }
}
