package io.regcontract.benchmark;

import io.regcontract.suite.replay.ReplayPlan;
import io.regcontract.suite.replay.ReplayPlan.Form;
import io.regcontract.suite.replay.ReplayPlan.Json;
import io.regcontract.suite.replay.ReplayPlan.Script;
import io.regcontract.suite.replay.ReplayPlan.Step;
import io.regcontract.suite.replay.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A drive as Karate features: a feature for each code, a scenario for each requirement. */
final class KarateFeatures {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String CONFIG =
            """
            function fn() {
              var Base64 = Java.type('java.util.Base64');
              var Text = Java.type('java.lang.String');
              return {
                baseUrl: karate.properties['baseUrl'],
                prefix: karate.properties['prefix'],
                ownerClientId: karate.properties['ownerClientId'],
                ownerClientSecret: karate.properties['ownerClientSecret'],
                loginClientId: karate.properties['loginClientId'],
                controlToken: karate.properties['controlToken'],
                basic: function (user, password) {
                  return 'Basic ' + Base64.getEncoder().encodeToString(new Text(user + ':' + password).getBytes('UTF-8'));
                }
              };
            }
            """;

    private KarateFeatures() {}

    static void write(ReplayPlan drive, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("karate-config.js"), CONFIG);
        var byCode = drive.scripts().stream()
                .collect(Collectors.groupingBy(Script::code, TreeMap::new, Collectors.toList()));
        for (var code : byCode.entrySet()) {
            Files.writeString(
                    directory.resolve("code" + code.getKey() + ".feature"),
                    "Feature: " + code.getKey() + "\n"
                            + code.getValue().stream()
                                    .map(KarateFeatures::scenario)
                                    .collect(Collectors.joining()));
        }
    }

    private static String scenario(Script script) {
        return "\n  Scenario: " + script.id() + "\n"
                + script.steps().stream().map(step -> step(script, step)).collect(Collectors.joining("\n"));
    }

    private static String step(Script script, Step step) {
        var lines = new StringBuilder();
        line(lines, "url baseUrl + " + expression(step.path()));
        step.headers().forEach((name, value) -> line(lines, "header " + name + " = " + expression(value)));
        step.basic()
                .ifPresent(basic -> line(
                        lines,
                        "header Authorization = basic(" + expression(basic.user()) + ", " + expression(basic.password())
                                + ")"));
        if (step.body() instanceof Form form) {
            for (Map.Entry<String, Template> parameter : form.parameters().entrySet()) {
                line(lines, "form field " + parameter.getKey() + " = " + expression(parameter.getValue()));
            }
        } else if (step.body() instanceof Json json) {
            line(lines, "request " + expression(json.text()));
        } else if (!step.method().equals("GET")) {
            line(lines, "request ''");
        }
        line(lines, "method " + step.method().toLowerCase(java.util.Locale.ROOT));
        if (step.matters()) {
            line(lines, "match response.code == " + script.code());
            line(lines, "match response.error == " + JSON.writeValueAsString(script.error()));
            line(lines, "match response.request_token == '#? _.length == 16'");
        }
        step.captures()
                .forEach(
                        (variable, capture) -> line(lines, "def " + variable + " = response" + capture.inJavaScript()));
        return lines.toString();
    }

    private static void line(StringBuilder lines, String step) {
        lines.append("    * ").append(step).append('\n');
    }

    /** A text as an expression: what is known in quotes, variables by their names. */
    private static String expression(Template template) {
        if (template.parts().isEmpty()) {
            return "''";
        }
        var parts = template.parts().stream()
                .map(part -> part instanceof Template.Literal literal
                        ? JSON.writeValueAsString(literal.text())
                        : ((Template.Variable) part).name())
                .collect(Collectors.joining(" + "));
        return template.parts().get(0) instanceof Template.Literal ? parts : "'' + " + parts;
    }
}
