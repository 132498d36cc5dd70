package io.regcontract.pair.report;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.pair.compare.ComparedOperation;
import io.regcontract.pair.compare.ComparedRequirement;
import io.regcontract.pair.compare.Difference;
import io.regcontract.pair.compare.PairComparison;
import io.regcontract.pair.compare.PairState;
import io.regcontract.pair.half.Half;
import io.regcontract.pair.judge.PairDecision;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code pair.json}, in the format {@code regcontract/pair/1}. It has forms and names, and no values of people. */
final class PairJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PairJson() {}

    static String text(PairDecision decision) {
        return ServiceText.encodableJson(JSON.writeValueAsString(json(decision))) + "\n";
    }

    private static ObjectNode json(PairDecision decision) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("format", "regcontract/pair/1")
                .put("verdict", decision.outcome().word())
                .put("exitCode", decision.outcome().exitCode())
                .put("sentence", decision.sentence());
        half(json.putObject("old"), decision.old());
        half(json.putObject("new"), decision.now());
        var counts = json.putObject("requirements");
        for (var state : PairState.values()) {
            counts.put(state.word(), decision.comparison().count(state));
        }
        var groups = json.putArray("differences");
        decision.comparison().groups().forEach(group -> group(groups.addObject(), group));
        var operations = json.putArray("operations");
        decision.comparison().operations().forEach(one -> operation(operations.addObject(), one));
        var findings = json.putArray("findings");
        decision.findings().forEach(finding -> findings.addObject()
                .put("leadsTo", finding.leadsTo().word())
                .put("sentence", finding.sentence()));
        return json;
    }

    private static void half(ObjectNode json, Half half) {
        json.put("recorded", half.recorded());
        half.header().ifPresent(header -> json.put("name", header.environment().name())
                .put("kind", header.environment().kind())
                .put("dialect", header.environment().dialect())
                .put("address", header.environment().baseAddress())
                .put("run", header.runId())
                .put("attempt", header.attempt())
                .put("startedAt", header.startedAt().toString())
                .put("seed", header.seed()));
        json.put("gate", half.decision().outcome().word());
    }

    private static void group(ObjectNode json, PairComparison.Group group) {
        difference(json, group.difference());
        json.put("state", group.loses() ? "differs" : group.declared() ? "declared" : "remarked");
        var ids = json.putArray("requirements");
        group.requirements().stream().map(ComparedRequirement::id).forEach(ids::add);
    }

    private static void difference(ObjectNode json, Difference difference) {
        json.put("about", difference.about())
                .put("old", difference.old())
                .put("new", difference.now())
                .put("promised", difference.promised());
    }

    private static void operation(ObjectNode json, ComparedOperation one) {
        json.put("code", one.code())
                .put("operation", one.operation())
                .put("state", one.state().word());
        var requirements = json.putArray("requirements");
        one.requirements().forEach(requirement -> requirement(requirements, requirement));
    }

    private static void requirement(ArrayNode all, ComparedRequirement one) {
        var json = all.addObject().put("id", one.id()).put("state", one.state().word());
        one.old().ifPresent(judgement -> json.put("old", judgement.verdict().word()));
        one.now().ifPresent(judgement -> json.put("new", judgement.verdict().word()));
        if (!one.why().isEmpty()) {
            json.put("why", ServiceText.bounded(one.why()));
        }
        if (!one.differences().isEmpty()) {
            var differences = json.putArray("differences");
            one.differences().forEach(difference -> difference(differences.addObject(), difference));
        }
    }
}
