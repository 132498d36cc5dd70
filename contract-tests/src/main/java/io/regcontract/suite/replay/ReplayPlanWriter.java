package io.regcontract.suite.replay;

import io.regcontract.suite.replay.GeneratedValues.Pair;
import io.regcontract.suite.replay.RecordedRun.Scene;
import io.regcontract.suite.replay.ReplayPlan.Basic;
import io.regcontract.suite.replay.ReplayPlan.Body;
import io.regcontract.suite.replay.ReplayPlan.Capture;
import io.regcontract.suite.replay.ReplayPlan.Purpose;
import io.regcontract.suite.replay.ReplayPlan.Script;
import io.regcontract.suite.replay.ReplayPlan.Step;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a plan from two recordings of the same run. Whatever differs between the two, in an answer, was made by the
 * service; where it comes again in a later request, the request has a variable there, and the answer is read for it.
 * What differs in the requests and is explained neither by an earlier answer nor by what the runs were told is refused: a
 * plan holds no value of one run.
 */
final class ReplayPlanWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private final RecordedRun first;
    private final RecordedRun second;

    private ReplayPlanWriter(RecordedRun first, RecordedRun second) {
        this.first = first;
        this.second = second;
    }

    static ReplayPlan write(RecordedRun first, RecordedRun second) {
        return new ReplayPlanWriter(first, second).plan();
    }

    private ReplayPlan plan() {
        var scripts = new ArrayList<Script>();
        for (int i = 0; i < first.scenes().size(); i++) {
            var one = first.scenes().get(i);
            var other = second.scenes().get(i);
            if (!one.requirement().id().equals(other.requirement().id())
                    || one.messages().size() != other.messages().size()) {
                throw new IllegalStateException("two runs of " + one.requirement() + " asked for different things");
            }
            scripts.add(new Draft(one, other, "s" + i).script());
        }
        return new ReplayPlan(scripts);
    }

    /** What each run was told. */
    private List<Pair> given() {
        var given = new ArrayList<>(List.of(new Pair(ReplayPlan.PREFIX, first.prefix(), second.prefix())));
        var others = second.service().variables();
        first.service()
                .variables()
                .forEach((variable, value) ->
                        given.add(new Pair(variable, value, others.getOrDefault(variable, value))));
        return given;
    }

    /** One scenario on its way from two recordings to a script. */
    private final class Draft {

        private final Scene one;
        private final Scene other;
        private final GeneratedValues pairs;
        private final List<Step> steps = new ArrayList<>();
        /** Where each variable stands: the step whose answer has it, and its pointer there. */
        private final Map<String, Place> places = new LinkedHashMap<>();

        private record Place(int step, String pointer) {}

        Draft(Scene one, Scene other, String name) {
            this.one = one;
            this.other = other;
            this.pairs = new GeneratedValues(name, given());
        }

        Script script() {
            for (int i = 0; i < one.messages().size(); i++) {
                var a = one.messages().get(i);
                var b = other.messages().get(i);
                steps.add(step(i, a, b));
                var step = i;
                pairs.learn(a.answer(), b.answer())
                        .forEach((variable, pointer) -> places.put(variable, new Place(step, pointer)));
            }
            // The suite has proven that this is what has to come; where several conditions hold, one of those that may.
            var answer = JSON.readTree(one.messages().stream()
                    .filter(message -> message.purpose() == Purpose.DRIVE)
                    .findFirst()
                    .orElseThrow()
                    .answer());
            return new Script(
                    one.requirement(),
                    answer.path("code").asInt(),
                    answer.path("error").asString(),
                    withCaptures());
        }

        private Step step(int number, RecordedExchange a, RecordedExchange b) {
            var where = one.requirement() + ", request " + (number + 1) + " (" + a.path() + ")";
            var headers = new TreeMap<String, Template>();
            var basic = Optional.<Basic>empty();
            for (var header : a.headers().entrySet()) {
                var name = header.getKey();
                var value = header.getValue();
                var otherValue = b.headers().get(name);
                if (otherValue == null) {
                    throw new IllegalStateException(where + " has the header " + name + " only sometimes");
                }
                if (name.equalsIgnoreCase("Authorization") && value.startsWith("Basic ")) {
                    basic = Optional.of(basic(where, value, otherValue));
                } else {
                    headers.put(name, pairs.explain(where, value, otherValue));
                }
            }
            return new Step(
                    a.method(),
                    pairs.explain(where, a.path(), b.path()),
                    basic,
                    headers,
                    body(where, a, b),
                    Map.of(),
                    a.purpose());
        }

        private Basic basic(String where, String a, String b) {
            var pairA = RecordedExchange.decoded(a).split(":", 2);
            var pairB = RecordedExchange.decoded(b).split(":", 2);
            return new Basic(pairs.explain(where, pairA[0], pairB[0]), pairs.explain(where, pairA[1], pairB[1]));
        }

        private Body body(String where, RecordedExchange a, RecordedExchange b) {
            var type = a.headers().entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
            if (a.body().isEmpty()) {
                return new ReplayPlan.Nothing();
            }
            if (!type.startsWith("application/x-www-form-urlencoded")) {
                return new ReplayPlan.Json(pairs.explain(where, a.body(), b.body()));
            }
            var formA = form(a.body());
            var formB = form(b.body());
            if (!formA.keySet().equals(formB.keySet())) {
                throw new IllegalStateException(where + " has other parameters the second time");
            }
            var parameters = new LinkedHashMap<String, Template>();
            formA.forEach((name, value) -> parameters.put(
                    name, pairs.explain(where + ", parameter " + name, value, formB.getOrDefault(name, ""))));
            return new ReplayPlan.Form(parameters);
        }

        private static Map<String, String> form(String body) {
            var parameters = new LinkedHashMap<String, String>();
            for (var parameter : body.split("&", -1)) {
                var parts = parameter.split("=", 2);
                parameters.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts.length == 1 ? "" : parts[1], StandardCharsets.UTF_8));
            }
            return parameters;
        }

        /** The steps, each with what later ones need of its answer. */
        private List<Step> withCaptures() {
            var captures = new TreeMap<Integer, Map<String, Capture>>();
            pairs.used().forEach((variable, use) -> {
                var place = places.get(use.source());
                captures.computeIfAbsent(place.step(), none -> new TreeMap<>())
                        .put(variable, new Capture(place.pointer(), use.change()));
            });
            var complete = new ArrayList<Step>();
            for (int i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                complete.add(new Step(
                        step.method(),
                        step.path(),
                        step.basic(),
                        step.headers(),
                        step.body(),
                        captures.getOrDefault(i, Map.of()),
                        step.purpose()));
            }
            return complete;
        }
    }
}
