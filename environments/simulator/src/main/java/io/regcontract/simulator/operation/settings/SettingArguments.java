package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.node.BooleanNode;

/** Results of the operations on settings. */
final class SettingArguments {

    private SettingArguments() {}

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
