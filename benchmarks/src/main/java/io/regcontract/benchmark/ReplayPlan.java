package io.regcontract.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Everything that a run of the suite asks of a service, so that anything that can send requests can do the same: set-up,
 * the calls that matter, their twins, and what tidies up. Only what the suite asks for its own checks is left out, the
 * look into the API log.
 *
 * @param scripts one a scenario; none needs another
 */
record ReplayPlan(List<Script> scripts) {

    /** The variable that keeps the names of one run from those of another. */
    static final String PREFIX = "prefix";

    /**
     * One scenario.
     *
     * @param id of its requirement
     * @param code that is expected
     * @param error its name
     */
    record Script(String id, int code, String error, List<Step> steps) {}

    /**
     * One request.
     *
     * @param method of HTTP
     * @param path below the service's address
     * @param basic user and password, where it says so who asks
     * @param headers all others
     * @param body what it carries
     * @param captures what later requests need of the answer, by variable
     * @param matters whether its answer has to be the documented error
     */
    record Step(
            String method,
            Template path,
            Optional<Basic> basic,
            Map<String, Template> headers,
            Body body,
            Map<String, Capture> captures,
            boolean matters) {}

    /**
     * What is taken from an answer.
     *
     * @param pointer where it stands, as a JSON pointer
     * @param change what becomes of it
     */
    record Capture(String pointer, ValueTransformation change) {

        String from(JsonNode answer) {
            return change.of(answer.at(pointer).asString());
        }
    }

    /** User and password. */
    record Basic(Template user, Template password) {}

    /** What a request carries. */
    sealed interface Body {}

    /** Nothing. */
    record Nothing() implements Body {}

    /** Form parameters, in order. */
    record Form(Map<String, Template> parameters) implements Body {}

    /** A JSON text. */
    record Json(Template text) implements Body {}

    int requests() {
        return scripts.stream().mapToInt(script -> script.steps().size()).sum();
    }
}
