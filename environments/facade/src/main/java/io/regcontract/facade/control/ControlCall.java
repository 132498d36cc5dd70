package io.regcontract.facade.control;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of the control plane.
 *
 * @param steps of its path, after what was understood already
 * @param body of it; empty where there is none
 */
record ControlCall(String method, List<String> steps, ObjectNode body) {

    /** Method and number of steps, such as {@code PUT 1}. */
    String shape() {
        return method + " " + steps.size();
    }

    /** The same without its first steps. */
    ControlCall below(int known) {
        return new ControlCall(method, steps.subList(known, steps.size()), body);
    }

    String step(int index) {
        return steps.get(index);
    }

    /** @throws ControlException 400 when the key is no text */
    String text(String key) {
        return optionalText(key).orElseThrow(() -> wrong(key, "a string"));
    }

    Optional<String> optionalText(String key) {
        return body.path(key).stringValueOpt();
    }

    /** @throws ControlException 400 when the key is no whole number */
    long whole(String key) {
        return body.path(key).longValueOpt().orElseThrow(() -> wrong(key, "a whole number"));
    }

    boolean flag(String key) {
        return body.path(key).asBoolean(false);
    }

    /** @throws ControlException 400 when the key is no point in time */
    Instant moment(String key) {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeException none) {
            throw wrong(key, "a point in time");
        }
    }

    /** @throws ControlException 400 when the key is no object */
    ObjectNode object(String key) {
        if (body.path(key) instanceof ObjectNode object) {
            return object;
        }
        throw wrong(key, "an object");
    }

    /** The texts of a list; none when it is left out. */
    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (JsonNode each : body.path(key)) {
            texts.add(each.stringValueOpt().orElseThrow(() -> wrong(key, "a list of strings")));
        }
        return List.copyOf(texts);
    }

    private static ControlException wrong(String key, String wanted) {
        return new ControlException(400, "\"" + key + "\" must be " + wanted + ".");
    }
}
