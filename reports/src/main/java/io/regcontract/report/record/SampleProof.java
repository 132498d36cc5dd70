package io.regcontract.report.record;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * Whether the samples of an observation of recorded traffic show what it says of all its answers: each is an answer of that
 * operation, the first is the one whose code and token are told, and where the code is said to be right in all, it is in each.
 */
final class SampleProof {

    private static final String CODE = "body.code";

    private final JsonNode observation;
    private final Requirement requirement;
    private final OptionalInt answered;
    private final boolean right;

    private SampleProof(JsonNode observation, Requirement requirement, OptionalInt answered, List<Check> checks) {
        this.observation = observation;
        this.requirement = requirement;
        this.answered = answered;
        this.right = ObservationProof.holds(checks, CODE);
    }

    /** What the samples do not show; empty when they show everything. */
    static Optional<String> doubt(
            JsonNode observation, Requirement requirement, OptionalInt answered, List<Check> checks) {
        return new SampleProof(observation, requirement, answered, checks).doubt();
    }

    private Optional<String> doubt() {
        int number = 0;
        for (var sample : observation.required("exchanges")) {
            number++;
            var doubt = each(sample, number == 1);
            if (doubt.isPresent()) {
                return Optional.of("sample " + number + " " + doubt.get());
            }
        }
        return number == 0 ? Optional.of("no sample shows any of the answers that it is about") : Optional.empty();
    }

    private Optional<String> each(JsonNode sample, boolean first) {
        if (!sample.required("role").stringValue().equals("drive")) {
            return Optional.of("is of a call that a run makes beside its drive, and nothing was driven");
        }
        var url = sample.required("request").required("url").stringValue().replaceFirst("[?#].*", "");
        if (!url.endsWith(requirement.operation())) {
            return Optional.of("is of another operation than " + requirement.operation());
        }
        var response = sample.path("response");
        if (!response.isObject()) {
            return Optional.of("shows no answer");
        }
        // What is kept of a body may end before its code.
        return response.path("truncated").booleanValue(false)
                ? Optional.empty()
                : body(response.required("body").stringValue(), first);
    }

    private Optional<String> body(String body, boolean first) {
        var shown = ObservationProof.code(body, requirement.element());
        if (right && (shown.isEmpty() || shown.getAsInt() != requirement.code())) {
            return Optional.of("shows " + ObservationProof.said(shown) + ", and " + CODE + " is said to hold");
        }
        if (first && answered.isPresent() && !shown.equals(answered)) {
            return Optional.of("shows " + ObservationProof.said(shown) + ", and it says that "
                    + ObservationProof.said(answered) + " was answered");
        }
        var token = observation.path("requestToken").asString("");
        return first && !token.isEmpty() && !body.contains(token)
                ? Optional.of("does not show the request token that it tells")
                : Optional.empty();
    }
}
