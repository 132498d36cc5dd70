package io.regcontract.report.render.html;

import static io.regcontract.report.render.html.PageJson.optional;
import static io.regcontract.report.render.html.PageJson.strings;
import static io.regcontract.report.render.html.PageJson.text;
import static io.regcontract.report.render.html.PageJson.word;

import io.regcontract.contract.Contract;
import io.regcontract.contract.TrafficCatalogue;
import io.regcontract.contract.loading.Lazy;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.policy.Waiver;
import io.regcontract.report.record.Check;
import io.regcontract.report.record.Observation;
import io.regcontract.report.render.TruncatedText;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** The requirements in the data of the page. Most checks are alike, so requirements name them by number. */
final class RequirementData {

    private final Decision decision;
    private final Lazy<TrafficCatalogue> catalogue;
    private final Map<Check, Integer> checks = new LinkedHashMap<>();

    RequirementData(Decision decision, Contract contract) {
        this.decision = decision;
        this.catalogue = new Lazy<>(() -> TrafficCatalogue.of(contract));
    }

    void requirements(JsonGenerator json) {
        json.writeArrayPropertyStart("requirements");
        decision.judgements().forEach(judgement -> requirement(json, judgement));
        json.writeEndArray();
    }

    private void requirement(JsonGenerator json, Judgement judgement) {
        json.writeStartObject();
        json.writeStringProperty("id", judgement.requirement());
        json.writeNumberProperty("code", judgement.code());
        json.writeStringProperty("v", judgement.verdict().word());
        if (judgement.verdict() == Verdict.NEVER_SEEN) {
            catalogue
                    .get()
                    .find(judgement.requirement())
                    .ifPresent(pair -> json.writeStringProperty("op", pair.operation()));
        } else {
            optional(json, "why", judgement.why());
        }
        if (judgement.expected()) {
            json.writeBooleanProperty("expected", true);
        }
        decision.terms().policy().ownerOf(judgement.requirement()).ifPresent(owner -> text(json, "owner", owner));
        if (!judgement.waivers().isEmpty()) {
            strings(
                    json,
                    "waivers",
                    judgement.waivers().stream().map(Waiver::id).toList());
        }
        judgement.observation().ifPresent(observation -> observation(json, observation));
        json.writeEndObject();
    }

    private void observation(JsonGenerator json, Observation observation) {
        var requirement = observation.requirement();
        json.writeStringProperty("op", TruncatedText.text(requirement.operation(), 200));
        text(json, "when", requirement.condition());
        requirement.reading().ifPresent(reading -> json.writeStringProperty("reading", reading));
        if (!requirement.errata().isEmpty()) {
            strings(json, "errata", requirement.errata());
        }
        observation
                .requestToken()
                .ifPresent(token -> json.writeStringProperty("token", TruncatedText.text(token, 200)));
        json.writeNumberProperty("ms", Math.round(observation.millis()));
        observation.answers().ifPresent(answers -> {
            json.writeObjectPropertyStart("answers");
            json.writeNumberProperty("judged", answers.judged());
            json.writeNumberProperty("contradicted", answers.contradicted());
            answers.first().ifPresent(first -> json.writeStringProperty("first", first.toString()));
            answers.last().ifPresent(last -> json.writeStringProperty("last", last.toString()));
            json.writeEndObject();
        });
        if (observation.earlierAttempts() > 0) {
            json.writeNumberProperty("repeated", observation.earlierAttempts());
        }
        json.writeStringProperty("at", observation.place().toString());
        if (!observation.checks().isEmpty()) {
            json.writeArrayPropertyStart("checks");
            for (var check : observation.checks()) {
                json.writeNumber(checks.computeIfAbsent(check, any -> checks.size()));
            }
            json.writeEndArray();
        }
    }

    /** The checks, by their numbers: behind the requirements, which number them. */
    void checks(JsonGenerator json) {
        json.writeArrayPropertyStart("checks");
        for (var check : checks.keySet()) {
            json.writeStartObject();
            json.writeStringProperty("id", check.id());
            json.writeStringProperty("weight", word(check.weight()));
            json.writeStringProperty("result", word(check.result()));
            optional(json, "expected", check.expected());
            optional(json, "actual", check.actual());
            optional(json, "reason", check.reason());
            check.proposal().ifPresent(proposal -> {
                text(json, "place", proposal.place());
                text(json, "proposed", proposal.schema());
            });
            if (!check.relaxedBy().isEmpty()) {
                strings(json, "by", check.relaxedBy());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
