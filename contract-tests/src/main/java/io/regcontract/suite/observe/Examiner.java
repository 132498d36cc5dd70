package io.regcontract.suite.observe;

import io.regcontract.check.CheckContext;
import io.regcontract.check.Examination.Examined;
import io.regcontract.check.Expectation;
import io.regcontract.check.answer.Answer;
import io.regcontract.suite.scenario.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges the answers of a run. Called once for each call under test, by several threads at a time. */
@FunctionalInterface
public interface Examiner {

    /**
     * Examines the answer to the call that matters.
     *
     * @param answer as it came, unredacted
     * @param circumstances from the request token; asks the API log, and remembers the token, so it is asked once
     */
    List<Examined> examine(
            Requirement requirement,
            Answer answer,
            Expectation expectation,
            Function<Optional<String>, CheckContext> circumstances);
}
