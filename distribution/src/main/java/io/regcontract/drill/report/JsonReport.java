package io.regcontract.drill.report;

import io.regcontract.drill.judge.CodeCoverage;
import io.regcontract.drill.judge.DrillDecision;
import io.regcontract.drill.judge.DrillFinding;
import io.regcontract.drill.judge.ToldResult;
import io.regcontract.drill.trial.OrderedDrill;
import io.regcontract.drill.trial.Phase;
import io.regcontract.drill.trial.ProgramEnd;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code drills.json}: a decision for machines, in the format {@code regcontract/drill-report/1}. */
final class JsonReport {

    private static final int LOWEST_CODE = 100;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    static String text(DrillDecision decision) {
        return JSON.writeValueAsString(json(decision)) + "\n";
    }

    private static ObjectNode json(DrillDecision decision) {
        var trial = decision.trial();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("format", "regcontract/drill-report/1")
                .put("application", trial.application())
                .put("command", trial.command())
                .put("result", decision.outcome().word())
                .put("exitCode", decision.outcome().exitCode())
                .put("sentence", decision.sentence());
        var phases = json.putArray("phases");
        trial.phases().forEach(phase -> phases.add(json(phase)));
        var operations = json.putArray("operations");
        CalledOperations.of(trial.journal()).forEach(called -> operations
                .addObject()
                .put("operation", called.operation())
                .put("calls", called.calls())
                .put("failures", called.failures()));
        var codes = json.putArray("codes");
        decision.codes().forEach(code -> codes.add(json(code)));
        var troubles = json.putArray("troubles");
        for (var trouble : decision.troubles()) {
            var met = troubles.addObject().put("drill", trouble.drill()).put("times", trouble.times());
            texts(met, "operations", trouble.operations());
        }
        var findings = json.putArray("findings");
        decision.findings().forEach(finding -> findings.add(json(finding)));
        var told = json.putArray("told");
        decision.told().forEach(result -> told.add(json(result)));
        return json.put("forgotten", trial.journal().forgotten());
    }

    private static ObjectNode json(Phase phase) {
        var json = JsonNodeFactory.instance.objectNode().put("name", phase.name());
        var drills = json.putArray("drills");
        phase.drills().forEach(drill -> drills.add(json(drill)));
        json.put("ended", phase.end().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (phase.end().kind() != ProgramEnd.Kind.TIMED_OUT) {
            json.put("exitStatus", phase.end().status());
        }
        return json.put("calls", phase.calls());
    }

    private static ObjectNode json(OrderedDrill drill) {
        var json = JsonNodeFactory.instance.objectNode().put("name", drill.name());
        if (drill.code() >= LOWEST_CODE) {
            json.put("code", drill.code());
        }
        texts(json, "aims", drill.aims());
        return json.put("matched", drill.matched())
                .put("passedOver", drill.passedOver())
                .put("tookEffect", drill.tookEffect());
    }

    private static ObjectNode json(CodeCoverage code) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("code", code.code())
                .put("name", code.name())
                .put("standing", code.standing().words());
        texts(json, "operations", code.operations());
        texts(json, "drills", code.drills());
        json.put("times", code.times())
                .put("byDrill", code.byDrill())
                .put("byWorld", code.byWorld())
                .put("byCaller", code.byCaller());
        code.requestToken().ifPresent(token -> json.put("requestToken", token));
        return json;
    }

    private static ObjectNode json(DrillFinding finding) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("name", finding.name())
                .put("level", finding.level().word());
        finding.code().ifPresent(code -> json.put("code", code));
        texts(json, "operations", finding.operations());
        json.put("sentence", finding.sentence());
        texts(json, "evidence", finding.evidence());
        finding.excepted().ifPresent(reason -> json.put("reason", reason));
        return json;
    }

    private static ObjectNode json(ToldResult result) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("phase", result.phase())
                .put("what", result.what())
                .put("told", result.told());
        result.known().ifPresent(known -> json.put("known", known));
        return json.put("agreement", result.agreement().words()).put("sentence", result.sentence());
    }

    private static void texts(ObjectNode json, String key, List<String> texts) {
        var array = json.putArray(key);
        texts.forEach(array::add);
    }
}
