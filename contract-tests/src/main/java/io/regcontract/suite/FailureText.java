package io.regcontract.suite;

import io.regcontract.check.Failures;
import io.regcontract.check.Finding;
import io.regcontract.suite.observe.Observation;

/** A contradiction as a person meets it: the token support asks for, the condition, the facts in columns. */
final class FailureText {

    private FailureText() {}

    static String of(Observation observation, String environment) {
        return "[CONTRACT] token " + observation.answered().requestToken().orElse("none") + "   "
                + observation.requirement().id() + "   env " + environment + "\n  "
                + observation.requirement().condition() + "\n"
                + Failures.columns(observation.contradictions().stream()
                        .map(check -> new Failures.Row(check.id(), (Finding.Fails) check.finding()))
                        .toList());
    }
}
