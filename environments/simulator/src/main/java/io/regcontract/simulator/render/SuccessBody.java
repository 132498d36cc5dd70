package io.regcontract.simulator.render;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.operation.OperationResult;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a success, in which single elements may have failed. */
final class SuccessBody {

    private SuccessBody() {}

    /**
     * The fields of the answer, and {@code stat} at the end, where recorded clients look for it.
     *
     * @param element writes the refusal of a single element
     */
    static ObjectNode of(OperationResult answer, Function<ApiErrorException, ObjectNode> element) {
        var body =
                answer.refusals().isEmpty() ? answer.fields() : answer.fields().deepCopy();
        for (var failed : answer.refusals()) {
            var error = element.apply(failed.refusal()).put("stat", "error");
            ((ArrayNode) body.path(failed.field())).set(failed.index(), error);
        }
        return body.put("stat", "ok");
    }
}
