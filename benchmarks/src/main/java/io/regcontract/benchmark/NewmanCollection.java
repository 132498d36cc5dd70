package io.regcontract.benchmark;

import io.regcontract.benchmark.ReplayPlan.Capture;
import io.regcontract.benchmark.ReplayPlan.Form;
import io.regcontract.benchmark.ReplayPlan.Json;
import io.regcontract.benchmark.ReplayPlan.Script;
import io.regcontract.benchmark.ReplayPlan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A drive as a Postman collection: a folder for each requirement, captures and assertions in test scripts. */
final class NewmanCollection {

    private static final JsonMapper JSON = new JsonMapper();

    private NewmanCollection() {}

    static String of(ReplayPlan drive) {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of(
                        "info",
                        Map.of(
                                "name",
                                "registration errors",
                                "schema",
                                "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"),
                        "item",
                        drive.scripts().stream().map(NewmanCollection::folder).toList()));
    }

    private static Map<String, Object> folder(Script script) {
        return Map.of(
                "name",
                script.id(),
                "item",
                script.steps().stream().map(step -> item(script, step)).toList());
    }

    private static Map<String, Object> item(Script script, Step step) {
        var request = new LinkedHashMap<String, Object>();
        request.put("method", step.method());
        request.put("url", "{{baseUrl}}" + text(step.path()));
        request.put(
                "header",
                step.headers().entrySet().stream()
                        .map(header -> Map.of("key", header.getKey(), "value", text(header.getValue())))
                        .toList());
        step.basic()
                .ifPresent(basic -> request.put(
                        "auth",
                        Map.of(
                                "type",
                                "basic",
                                "basic",
                                List.of(
                                        Map.of("key", "username", "value", text(basic.user())),
                                        Map.of("key", "password", "value", text(basic.password()))))));
        if (step.body() instanceof Form form) {
            request.put(
                    "body",
                    Map.of(
                            "mode",
                            "urlencoded",
                            "urlencoded",
                            form.parameters().entrySet().stream()
                                    .map(parameter ->
                                            Map.of("key", parameter.getKey(), "value", text(parameter.getValue())))
                                    .toList()));
        } else if (step.body() instanceof Json json) {
            request.put("body", Map.of("mode", "raw", "raw", text(json.text())));
        }
        return Map.of(
                "name",
                step.method() + " " + step.path().joined(Template.Literal::text, variable -> variable.name()),
                "request",
                request,
                "event",
                List.of(Map.of(
                        "listen", "test", "script", Map.of("type", "text/javascript", "exec", test(script, step)))));
    }

    private static List<String> test(Script script, Step step) {
        var lines = new ArrayList<String>();
        if (step.matters()) {
            lines.add("const answer = pm.response.json();");
            lines.add("pm.test('code', () => pm.expect(answer.code).to.equal(" + script.code() + "));");
            lines.add("pm.test('error', () => pm.expect(answer.error).to.equal("
                    + JSON.writeValueAsString(script.error()) + "));");
            lines.add("pm.test('request_token', () => pm.expect(answer.request_token).to.have.lengthOf(16));");
        }
        step.captures()
                .forEach((variable, capture) -> lines.add("pm.collectionVariables.set('" + variable
                        + "', pm.response.json()" + javaScript(capture) + ");"));
        return lines;
    }

    /** The way to a value, as it is put behind the name of an answer. */
    static String javaScript(Capture capture) {
        var path = new StringBuilder();
        for (var step : capture.pointer().substring(1).split("/", -1)) {
            path.append(step.matches("[0-9]+") ? "[" + step + "]" : "[" + JSON.writeValueAsString(step) + "]");
        }
        return path.append(capture.change().inJavaScript()).toString();
    }

    private static String text(Template template) {
        return template.joined(Template.Literal::text, variable -> "{{" + variable.name() + "}}");
    }
}
