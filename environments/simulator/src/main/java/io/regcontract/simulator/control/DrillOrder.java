package io.regcontract.simulator.control;

import io.regcontract.simulator.control.state.FeatureGroup;
import io.regcontract.simulator.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which drill, for which calls: by default for the next one that it can befall, from anyone, until it is undone.
 *
 * <pre>{@code
 * control.drill(DrillOrder.of(ErrorDrill.MAINTENANCE).at("/entity.find").from(3).times(1));   // the third page of an export
 * }</pre>
 */
public final class DrillOrder {

    private final ObjectNode json;

    private DrillOrder(ObjectNode json) {
        this.json = json;
    }

    /** The next call that the drill can befall. */
    public static DrillOrder of(ErrorDrill drill) {
        return new DrillOrder(Json.object().put("drill", drill.publicName()));
    }

    /** The next call that the drill can befall, of one that leads to no error of the API. */
    public static DrillOrder of(TransportDrill drill) {
        return new DrillOrder(Json.object().put("drill", drill.publicName()));
    }

    /** The plainest drill that leads to a documented error; a simulator refuses a code that none leads to. */
    public static DrillOrder of(int code) {
        return new DrillOrder(Json.object().put("code", code));
    }

    /** The drill of that name, also one that only simulators of another version have. */
    public static DrillOrder named(String drill) {
        return new DrillOrder(Json.object().put("drill", drill));
    }

    /** Calls of these operations only, by their paths. */
    public DrillOrder at(String... operations) {
        var aimed = json.deepCopy();
        aimed.set("operations", Json.array(List.of(operations)));
        return new DrillOrder(aimed);
    }

    /** Calls of one client only. */
    public DrillOrder client(String clientId) {
        return with("client", clientId);
    }

    /** Calls about one person only, by e-mail address or uuid. */
    public DrillOrder person(String emailOrUuid) {
        return with("person", emailOrUuid);
    }

    /** Calls of one group of operations only. */
    public DrillOrder group(FeatureGroup group) {
        return group(group.publicName());
    }

    /** Calls of one group of operations only, such as {@code entity}. */
    public DrillOrder group(String group) {
        return with("group", group);
    }

    /** At the how-manieth matching call the state changes, from 1. */
    public DrillOrder from(int call) {
        return with("from", call);
    }

    /** After how many calls, counted from that one, it changes back by itself. */
    public DrillOrder times(int calls) {
        return with("times", calls);
    }

    JsonNode json() {
        return json;
    }

    private DrillOrder with(String key, String value) {
        return new DrillOrder(json.deepCopy().put(key, value));
    }

    private DrillOrder with(String key, int value) {
        return new DrillOrder(json.deepCopy().put(key, value));
    }
}
