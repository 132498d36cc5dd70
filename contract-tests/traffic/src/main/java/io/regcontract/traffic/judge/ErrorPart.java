package io.regcontract.traffic.judge;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An error that an answer holds: the answer itself, or one among the results of a success.
 *
 * @param pointer where among the results; empty when it is the answer
 * @param named what it is held against
 */
record ErrorPart(Optional<String> pointer, NamedError named) {

    /** Each of them is looked up in the text of the answer: many would take long, and say nothing new. */
    static final int MOST_AMONG_RESULTS = 100;

    private static final String WITH_RESULTS = "/entity.bulkCreate";
    private static final String BY_ID = "results";
    private static final String BY_UUID = "uuid_results";
    private static final List<String> RESULTS = List.of(BY_ID, BY_UUID);

    /** The answer as an error. */
    static ErrorPart whole(JudgeTerms terms, Operation operation, Answer answer) {
        return new ErrorPart(Optional.empty(), NamedError.of(terms, operation, answer));
    }

    /** Whether the successes of an operation may hold errors. */
    static boolean mayBeAmongResultsOf(Operation operation) {
        return operation.path().equals(WITH_RESULTS);
    }

    /** The errors among the results of a success, at most one more than are judged. */
    static List<ErrorPart> amongResults(JudgeTerms terms, Operation operation, Answer answer) {
        var parts = new ArrayList<ErrorPart>();
        if (mayBeAmongResultsOf(operation) && answer.json() instanceof Body.Json json) {
            for (var list : RESULTS) {
                var results = json.root().path(list);
                for (int index = 0; index < results.size() && parts.size() <= MOST_AMONG_RESULTS; index++) {
                    // The second list says of the same records the same.
                    if (results.path(index).isObject()
                            && !(list.equals(BY_UUID)
                                    && results.path(index)
                                            .equals(json.root().path(BY_ID).path(index)))) {
                        var pointer = "/" + list + "/" + index;
                        answer.element(pointer)
                                .filter(Answer::isError)
                                .ifPresent(part -> parts.add(
                                        new ErrorPart(Optional.of(pointer), NamedError.of(terms, operation, part))));
                    }
                }
            }
        }
        return parts;
    }
}
