package io.regcontract.report.record;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the exchanges of an observation show what its checks say. */
final class ObservationProof {

    private static final String CODE = "body.code";
    private static final String ONE_OF = "body.one-of";
    private static final String TWIN = "twin.succeeds";

    /** Wider than the limits of the suite: what the suite could read must be readable here. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(2_000)
                            .maxNumberLength(2_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private boolean answered;
    private boolean truncated;
    private boolean twin;
    private String body = "";

    /** Takes note of an exchange that had an answer. */
    void answer(String role, String answer, boolean cut) {
        if (role.equals("drive")) {
            answered = true;
            truncated = cut;
            body = answer;
        }
        twin |= role.equals("twin");
    }

    /** What the exchanges do not show; empty when they show everything. */
    Optional<String> doubt(Requirement requirement, OptionalInt answeredCode, List<Check> checks) {
        if (!answered) {
            return Optional.of("no exchange shows the answer that it is about");
        }
        if (holds(checks, TWIN) && !twin) {
            return Optional.of(TWIN + " holds, and no exchange shows the answer to the twin");
        }
        if (holds(checks, CODE) && !isOnly(answeredCode, requirement.code())) {
            return Optional.of(CODE + " holds, and it says that " + said(answeredCode) + " was answered");
        }
        if (holds(checks, ONE_OF)
                && !isOnly(answeredCode, requirement.code())
                && requirement.alsoHolding().stream().noneMatch(code -> isOnly(answeredCode, code))) {
            return Optional.of(ONE_OF + " holds, and it says that " + said(answeredCode) + " was answered");
        }
        // What is kept of a body may end before its code.
        if (answeredCode.isPresent() && !truncated) {
            var shown = code(requirement.element());
            if (!shown.equals(answeredCode)) {
                return Optional.of(
                        "it says that " + said(answeredCode) + " was answered, and its exchange shows " + said(shown));
            }
        }
        return Optional.empty();
    }

    static boolean holds(List<Check> checks, String id) {
        return checks.stream().anyMatch(check -> check.id().equals(id) && check.result() == Check.Result.HOLDS);
    }

    private static boolean isOnly(OptionalInt answered, int code) {
        return answered.isPresent() && answered.getAsInt() == code;
    }

    static String said(OptionalInt code) {
        return code.isPresent() ? "code " + code.getAsInt() : "no code";
    }

    private OptionalInt code(Optional<String> element) {
        return code(body, element);
    }

    /** The code that a body shows, in it or at a pointer. */
    static OptionalInt code(String body, Optional<String> element) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JacksonException notJson) {
            return OptionalInt.empty();
        }
        try {
            return RecordLineParser.code((element.isPresent() ? json.at(element.get()) : json).path("code"));
        } catch (IllegalArgumentException noPointer) {
            return OptionalInt.empty();
        }
    }
}
