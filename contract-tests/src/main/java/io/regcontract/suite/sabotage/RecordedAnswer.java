package io.regcontract.suite.sabotage;

import io.regcontract.check.CheckContext;
import io.regcontract.check.Expectation;
import io.regcontract.check.answer.Answer;
import io.regcontract.suite.scenario.Requirement;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The correct answer to a call under test, with everything that it was judged by. Unredacted, so it stays in memory.
 */
public record RecordedAnswer(
        Requirement requirement, Answer answer, Expectation expectation, CheckContext circumstances) {

    /** The check that judges the code where several conditions hold. */
    private static final Map<String, String> WHERE_SEVERAL_HOLD = Map.of("body.code", "body.one-of");

    /** An error in a success has no envelope; another check proves that the error is there. */
    private static final Map<String, String> IN_A_SUCCESS =
            Map.of("body.envelope", "element.present", "answer.failure", "element.present");

    /** Id of the check that must find a sabotage of this answer. */
    public String check(Sabotage sabotage) {
        return speaking(sabotage.check());
    }

    /** Ids of the checks that may find it too. */
    public Set<String> alsoIn(Sabotage sabotage) {
        return sabotage.alsoIn().stream().map(this::speaking).collect(Collectors.toUnmodifiableSet());
    }

    private String speaking(String check) {
        if (expectation.element().isPresent() && IN_A_SUCCESS.containsKey(check)) {
            return IN_A_SUCCESS.getOrDefault(check, check);
        }
        return expectation.holding().isEmpty() ? check : WHERE_SEVERAL_HOLD.getOrDefault(check, check);
    }

    /** The answer as it came. */
    public RawResponse reply() {
        return RawResponse.of(answer);
    }

    /** This answer as one that a caller got earlier. */
    public SabotageContext.Given given() {
        return new SabotageContext.Given(requirement.operation(), reply());
    }
}
