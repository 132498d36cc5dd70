package io.regcontract.suite.observe;

import io.regcontract.check.Finding;
import io.regcontract.check.SchemaProposal;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An observation as a line of the run record. */
final class ObservationLine {

    private static final int BOUND = 200;

    private ObservationLine() {}

    static Map<String, Object> of(Observation observation, RecordedRequirement described) {
        var line = new LinkedHashMap<String, Object>();
        line.put("type", "observation");
        line.put("requirement", described.line());
        outcome(observation.outcome(), line);
        var answered = observation.answered();
        answered.code().ifPresent(code -> line.put("answeredCode", code));
        answered.error().ifPresent(error -> line.put("answeredError", bounded(error)));
        answered.requestToken().ifPresent(token -> line.put("requestToken", bounded(token)));
        line.put(
                "checks",
                observation.checks().stream().map(ObservationLine::check).toList());
        var earlier = new ArrayList<Map<String, Object>>();
        observation.earlier().forEach(attempt -> earlier.add(cutShort(attempt)));
        earlier.addAll(SetUpRetries.in(observation.exchanges()));
        if (!earlier.isEmpty()) {
            line.put("earlierAttempts", earlier);
        }
        line.put(
                "exchanges",
                observation.exchanges().stream().map(ObservationLine::exchange).toList());
        line.put("startedAt", observation.startedAt().toString());
        line.put("millis", observation.millis());
        return line;
    }

    private static Map<String, Object> cutShort(Observation.Earlier attempt) {
        var line = new LinkedHashMap<String, Object>();
        line.put("at", attempt.at().toString());
        line.put("outcome", "broken");
        line.put("reason", attempt.reason());
        return line;
    }

    private static void outcome(Outcome outcome, Map<String, Object> line) {
        if (outcome instanceof Outcome.Broken broken) {
            line.put("outcome", "broken");
            line.put("reason", broken.reason());
        } else if (outcome instanceof Outcome.NotDrivable not) {
            line.put("outcome", "not-drivable");
            line.put("reason", not.reason());
            not.missing().ifPresent(capability -> line.put("missingCapability", capability.name()));
        } else if (outcome instanceof Outcome.OutOfScope out) {
            line.put("outcome", "out-of-scope");
            line.put("reason", out.reason());
        } else {
            line.put("outcome", "observed");
        }
    }

    private static Map<String, Object> check(Observation.ExaminedCheck check) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", check.id());
        line.put("weight", check.weight().name().toLowerCase(Locale.ROOT));
        if (check.finding() instanceof Finding.Fails fails) {
            line.put("result", "fails");
            line.put("expected", fails.expected());
            line.put("actual", fails.actual());
            if (!check.note().isEmpty()) {
                line.put("reason", check.note());
            }
            fails.proposal().ifPresent(proposal -> line.put("proposal", proposal(proposal)));
            if (!check.relaxedBy().isEmpty()) {
                line.put("relaxedBy", check.relaxedBy());
            }
        } else if (check.finding() instanceof Finding.NotApplicable not) {
            line.put("result", "not-applicable");
            line.put("reason", not.reason());
        } else {
            line.put("result", "holds");
        }
        return line;
    }

    private static Map<String, Object> proposal(SchemaProposal proposal) {
        var line = new LinkedHashMap<String, Object>();
        line.put("file", proposal.file());
        line.put("pointer", proposal.pointer());
        line.put("schema", proposal.schema());
        return line;
    }

    private static Map<String, Object> exchange(Exchange exchange) {
        var line = new LinkedHashMap<String, Object>();
        line.put("role", exchange.role().word());
        line.put("at", exchange.at().toString());
        line.put("millis", exchange.millis());
        var request = new LinkedHashMap<String, Object>();
        request.put("method", exchange.method());
        request.put("url", exchange.url());
        request.put("headers", headers(exchange.headers()));
        request.put("body", exchange.body());
        line.put("request", request);
        exchange.response().ifPresent(response -> {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("status", response.status());
            answer.put("headers", headers(response.headers()));
            answer.put("body", response.body());
            answer.put("truncated", response.truncated());
            if (response.truncated()) {
                answer.put("size", response.size());
            }
            line.put("response", answer);
        });
        line.put("curl", exchange.curl());
        return line;
    }

    private static List<Map<String, String>> headers(List<Answer.Header> headers) {
        return headers.stream()
                .map(header -> Map.of("name", header.name(), "value", header.value()))
                .toList();
    }

    private static String bounded(String text) {
        return text.length() <= BOUND ? text : ServiceText.start(text, BOUND) + "…";
    }
}
