package io.regcontract.report.attest;

import io.regcontract.report.judge.Decision;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the predicate has no field for and a reader has to know: an extension field of the predicate, which other tools
 * ignore. It changes the meaning of no other field.
 *
 * @param run id of the run
 * @param attempt the attempt that began its record
 * @param startedAt when that was, UTC
 * @param environment name of the environment
 * @param kind of the environment: a pass in a simulator says nothing about a service
 * @param dialect of the environment
 * @param asOf the day on which waivers and rollouts were looked at
 * @param verdict word of the gate
 * @param reservation what a pass leaves open; may be empty
 * @param notSeen how many requirements are in no list, since nothing was seen of them
 */
record Judging(
        String run,
        String attempt,
        String startedAt,
        String environment,
        String kind,
        String dialect,
        String asOf,
        String verdict,
        String reservation,
        int notSeen) {

    static final String FIELD = "regcontract";

    static Optional<Judging> of(Decision decision, int notSeen) {
        return decision.environment().flatMap(here -> decision.judged()
                .map(judged -> new Judging(
                        decision.runId(),
                        judged.attempt(),
                        judged.startedAt().toString(),
                        here.policyName(),
                        here.kind(),
                        here.dialect(),
                        decision.terms().asOf().toString(),
                        decision.outcome().word(),
                        decision.reserved() ? decision.reservation().orElse("") : "",
                        notSeen)));
    }

    boolean inSimulator() {
        return kind.equals("simulator");
    }

    boolean ofTraffic() {
        return kind.equals("traffic");
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("run", run)
                .put("attempt", attempt)
                .put("startedAt", startedAt);
        json.putObject("environment").put("name", environment).put("kind", kind).put("dialect", dialect);
        json.put("asOf", asOf).put("verdict", verdict);
        if (!reservation.isEmpty()) {
            json.put("reservation", reservation);
        }
        return json.put("notSeen", notSeen);
    }

    static Optional<Judging> in(JsonNode predicate) {
        var json = predicate.path(FIELD);
        var environment = json.path("environment");
        return json.isObject()
                ? Optional.of(new Judging(
                        json.path("run").asString(""),
                        json.path("attempt").asString(""),
                        json.path("startedAt").asString(""),
                        environment.path("name").asString(""),
                        environment.path("kind").asString(""),
                        environment.path("dialect").asString(""),
                        json.path("asOf").asString(""),
                        json.path("verdict").asString(""),
                        json.path("reservation").asString(""),
                        json.path("notSeen").asInt(0)))
                : Optional.empty();
    }
}
