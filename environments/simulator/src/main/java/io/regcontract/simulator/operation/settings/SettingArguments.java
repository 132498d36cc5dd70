package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.node.BooleanNode;

/** What the operations on settings have in common. */
final class SettingArguments {

    private SettingArguments() {}

    /** The id of the client that {@code for_client_id} names, or else the caller's. 200 when there is none of that id. */
    static String client(Call call) {
        return call.arguments()
                .find("for_client_id")
                .map(id -> call.application()
                        .clients()
                        .find(id)
                        .orElseThrow(() -> ArgumentRules.invalid("for_client_id", "for_client_id is not a valid id")))
                .orElseGet(call::client)
                .id();
    }

    static Answer result(Optional<String> value) {
        return Answer.of("result", value.map(Json::text).orElseGet(Json::nothing));
    }

    static Answer existed(boolean existed) {
        return Answer.of("result", BooleanNode.valueOf(existed));
    }

    /** Sets every member of {@code items}; says of each whether there was one. */
    static Answer setEach(Call call, BiPredicate<String, String> set) {
        var items = call.arguments().json("items");
        var result = Json.object();
        items.properties()
                .forEach(item -> result.put(
                        item.getKey(), set.test(item.getKey(), item.getValue().stringValue())));
        return Answer.of("result", result);
    }
}
