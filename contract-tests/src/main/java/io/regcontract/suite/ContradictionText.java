package io.regcontract.suite;

import io.regcontract.check.FailureTable;
import io.regcontract.check.Finding;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.observe.Observation;

/** A contradiction as a person meets it: the token support asks for, the condition, the facts in columns. */
public final class ContradictionText {

    private ContradictionText() {}

    public static String of(Observation observation, String environment) {
        return "[CONTRACT] token " + token(observation) + "   "
                + observation.requirement().id() + "   env " + environment + "\n  "
                + observation.requirement().condition() + "\n"
                + FailureTable.columns(observation.contradictions().stream()
                        .map(check -> new FailureTable.Row(check.id(), (Finding.Fails) check.finding()))
                        .toList());
    }

    /** As the service wrote it, which is not to be trusted on a terminal. */
    private static String token(Observation observation) {
        return observation
                .answered()
                .requestToken()
                .filter(token -> !token.isBlank())
                .map(ServiceText::bounded)
                .orElse("none");
    }
}
