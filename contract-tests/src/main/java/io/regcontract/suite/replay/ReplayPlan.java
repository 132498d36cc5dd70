package io.regcontract.suite.replay;

import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.scenario.Requirement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that a run of the suite asks of a service, so that anything that can send requests can do the same: set-up,
 * the calls that matter, their twins, and what tidies up. What the suite asks for its checks is left out: the look into
 * the API log.
 *
 * @param scripts one a scenario; none needs another
 */
public record ReplayPlan(List<Script> scripts) {

    /** The variable that keeps the names of one run from those of another. */
    public static final String PREFIX = "prefix";

    /** What the paths of the control plane begin with. */
    public static final String CONTROL = "/control/v1";

    /** Codes whose scenarios make records and sign people in. */
    private static final String MAKE_RECORDS = "21x,361";

    /**
     * Records runs and writes the plan.
     *
     * @param one a simulator that is new
     * @param other another one, with other clients and another control token: what is of one simulator is a variable then
     * @param directory an empty directory for the records of the runs
     * @throws IllegalStateException when a run does not prove every requirement, or what is sent differs between two runs
     *     and no answer explains why
     */
    public static ReplayPlan record(ServiceAccess one, ServiceAccess other, Path directory) throws IOException {
        var run = new SequentialRun(directory);
        var first = RecordedRun.of(one, run);
        // Two new simulators count records alike, and such numbers have to differ too.
        run.of(other, MAKE_RECORDS, observation -> {});
        return ReplayPlanWriter.write(first, RecordedRun.of(other, run));
    }

    /** What a request is for. */
    public enum Purpose {
        /** Builds what the condition needs. */
        SET_UP,
        /** Its answer has to be the documented error. */
        DRIVE,
        /** Takes the condition away. */
        UNDO,
        /** The same call without the condition. */
        TWIN,
        /** Makes and removes what scenarios are kept apart by. */
        HOUSEKEEPING;

        static Purpose of(Exchange.Role role) {
            return switch (role) {
                case DRIVE -> DRIVE;
                case TWIN -> TWIN;
                case UNDO -> UNDO;
                case SET_UP, EXHAUST_LIMIT, ENVIRONMENT -> SET_UP;
            };
        }
    }

    /**
     * One scenario.
     *
     * @param requirement that it proves
     * @param code that is expected
     * @param error its name
     * @param steps its requests, in order
     */
    public record Script(Requirement requirement, int code, String error, List<Step> steps) {

        /** The id of its requirement. */
        public String id() {
            return requirement.id();
        }
    }

    /**
     * One request.
     *
     * @param method of HTTP
     * @param path below the service's address
     * @param basic user and password, where it says so who asks
     * @param headers all others
     * @param body what it carries
     * @param captures what later requests need of the answer, by variable
     * @param purpose what it is for
     */
    public record Step(
            String method,
            Template path,
            Optional<Basic> basic,
            Map<String, Template> headers,
            Body body,
            Map<String, Capture> captures,
            Purpose purpose) {

        /** Whether its answer has to be the documented error. */
        public boolean matters() {
            return purpose == Purpose.DRIVE;
        }
    }

    /**
     * What is taken from an answer.
     *
     * @param pointer where it stands, as a JSON pointer
     * @param change what becomes of it
     */
    public record Capture(String pointer, ValueTransformation change) {

        /** The value as later requests have it. */
        public String from(JsonNode answer) {
            return change.of(answer.at(pointer).asString());
        }

        /** The way to the value in JavaScript, as it is put behind the name of an answer. */
        public String inJavaScript() {
            var path = new StringBuilder();
            for (var step : pointer.substring(1).split("/", -1)) {
                path.append(
                        step.matches("[0-9]+")
                                ? "[" + step + "]"
                                : "[" + JsonMapper.shared().writeValueAsString(step) + "]");
            }
            return path.append(change.inJavaScript()).toString();
        }
    }

    /** User and password. */
    public record Basic(Template user, Template password) {}

    /** What a request carries. */
    public sealed interface Body {}

    /** Nothing. */
    public record Nothing() implements Body {}

    /** Form parameters, in order. */
    public record Form(Map<String, Template> parameters) implements Body {}

    /** A JSON text. */
    public record Json(Template text) implements Body {}

    /** How many requests it has. */
    public int requests() {
        return scripts.stream().mapToInt(script -> script.steps().size()).sum();
    }
}
