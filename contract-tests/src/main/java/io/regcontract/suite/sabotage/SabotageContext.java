package io.regcontract.suite.sabotage;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a sabotage may use besides the answer.
 *
 * @param contract what is promised
 * @param operation path of the operation that was called
 * @param secrets that the request carried
 * @param right the codes that are right, where several conditions hold: no sabotage may end at one of them
 * @param element where in a success the error stands, as a JSON pointer; empty when it is the answer
 * @param earlier answers that the same caller was given before, oldest first
 * @param elsewhere answers that other callers got meanwhile
 */
public record SabotageContext(
        Contract contract,
        String operation,
        Set<String> secrets,
        Set<ErrorCode> right,
        Optional<String> element,
        List<Given> earlier,
        List<Given> elsewhere) {

    /** The context of an error that is the whole answer, with one condition. */
    public SabotageContext(
            Contract contract, String operation, Set<String> secrets, List<Given> earlier, List<Given> elsewhere) {
        this(contract, operation, secrets, Set.of(), Optional.empty(), earlier, elsewhere);
    }

    public SabotageContext {
        secrets = Set.copyOf(secrets);
        right = Set.copyOf(right);
        earlier = List.copyOf(earlier);
        elsewhere = List.copyOf(elsewhere);
    }

    /** An earlier answer and its operation. */
    public record Given(String operation, RawResponse reply) {}
}
