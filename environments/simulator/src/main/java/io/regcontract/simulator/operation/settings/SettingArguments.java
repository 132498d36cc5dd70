package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.node.BooleanNode;

/** What the operations on settings have in common. */
final class SettingArguments {

    private SettingArguments() {}

    /** The id of the client that {@code for_client_id} names, or else the caller's. 200 when there is none of that id. */
    static String client(OperationCall call) {
        return call.arguments()
                .find("for_client_id")
                .map(id -> call.application()
                        .clients()
                        .find(id)
                        .orElseThrow(() -> ArgumentRules.invalid("for_client_id", "for_client_id is not a valid id")))
                .orElseGet(call::client)
                .id();
    }

    static OperationResult result(Optional<String> value) {
        return OperationResult.of("result", value.map(Json::text).orElseGet(Json::nothing));
    }

    static OperationResult existed(boolean existed) {
        return OperationResult.of("result", BooleanNode.valueOf(existed));
    }

    /** Sets every member of {@code items}; says of each whether there was one. */
    static OperationResult setEach(OperationCall call, BiPredicate<String, String> set) {
        var items = call.arguments().json("items");
        var result = Json.object();
        items.properties()
                .forEach(item -> result.put(
                        item.getKey(), set.test(item.getKey(), item.getValue().stringValue())));
        return OperationResult.of("result", result);
    }
}
