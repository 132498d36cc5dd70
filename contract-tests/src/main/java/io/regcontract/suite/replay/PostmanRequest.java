package io.regcontract.suite.replay;

import static io.regcontract.suite.replay.PostmanCollection.members;

import io.regcontract.suite.replay.ReplayPlan.Form;
import io.regcontract.suite.replay.ReplayPlan.Json;
import io.regcontract.suite.replay.ReplayPlan.Purpose;
import io.regcontract.suite.replay.ReplayPlan.Script;
import io.regcontract.suite.replay.ReplayPlan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One request of a Postman collection, with the scripts before and after it. */
final class PostmanRequest {

    private static final JsonMapper JSON = new JsonMapper();

    private PostmanRequest() {}

    /** The request of a step, which is counted from 0. */
    static Map<String, Object> of(Script script, int index) {
        var step = script.steps().get(index);
        var events = new ArrayList<Map<String, Object>>();
        if (index == 0) {
            // Names are new in each run, so that a folder can be run again.
            events.add(event(
                    "prerequest",
                    List.of("pm.collectionVariables.set('" + ReplayPlan.PREFIX
                            + "', 'p' + pm.variables.replaceIn('{{$guid}}').slice(0, 13) + '-');")));
        }
        events.add(event("test", test(script, step)));
        return members("name", name(script, step), "request", request(step), "event", events);
    }

    private static String name(Script script, Step step) {
        var call = step.method() + " " + step.path().joined(Template.Literal::text, Template.Variable::name);
        return switch (step.purpose()) {
            case SET_UP -> "set up: " + call;
            case DRIVE -> script.code() + " " + script.error() + ": " + call;
            case UNDO -> "take the cause away: " + call;
            case TWIN -> "without the cause: " + call;
            case HOUSEKEEPING -> "housekeeping: " + call;
        };
    }

    private static Map<String, Object> request(Step step) {
        var request = members("method", step.method(), "url", "{{baseUrl}}" + text(step.path()));
        request.put(
                "header",
                step.headers().entrySet().stream()
                        .map(header -> members("key", header.getKey(), "value", text(header.getValue())))
                        .toList());
        step.basic()
                .ifPresent(basic -> request.put(
                        "auth",
                        members(
                                "type",
                                "basic",
                                "basic",
                                List.of(
                                        members("key", "username", "value", text(basic.user()), "type", "string"),
                                        members(
                                                "key",
                                                "password",
                                                "value",
                                                text(basic.password()),
                                                "type",
                                                "string")))));
        if (step.body() instanceof Form form) {
            request.put(
                    "body",
                    members(
                            "mode",
                            "urlencoded",
                            "urlencoded",
                            form.parameters().entrySet().stream()
                                    .map(parameter ->
                                            members("key", parameter.getKey(), "value", text(parameter.getValue())))
                                    .toList()));
        } else if (step.body() instanceof Json json) {
            request.put("body", members("mode", "raw", "raw", text(json.text())));
        }
        return request;
    }

    private static List<String> test(Script script, Step step) {
        var lines = new ArrayList<String>();
        if (step.matters()) {
            lines.add("const answer = pm.response.json();");
            lines.add("pm.test('code', () => pm.expect(answer.code).to.equal(" + script.code() + "));");
            lines.add("pm.test('error', () => pm.expect(answer.error).to.equal("
                    + JSON.writeValueAsString(script.error()) + "));");
            lines.add("pm.test('request_token', () => pm.expect(answer.request_token).to.have.lengthOf(16));");
        } else if (step.purpose() == Purpose.TWIN) {
            lines.add("pm.test('succeeds', () => pm.expect(pm.response.json().stat).to.not.equal('error'));");
        }
        step.captures()
                .forEach((variable, capture) -> lines.add("pm.collectionVariables.set('" + variable
                        + "', pm.response.json()" + capture.inJavaScript() + ");"));
        return lines;
    }

    private static Map<String, Object> event(String listener, List<String> lines) {
        return members("listen", listener, "script", members("type", "text/javascript", "exec", lines));
    }

    private static String text(Template template) {
        return template.joined(Template.Literal::text, variable -> "{{" + variable.name() + "}}");
    }
}
