package io.regcontract.simulator.operation;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an operation has to say when it succeeds.
 *
 * @param fields the fields besides {@code stat}
 * @param refusals single elements that failed within a call that succeeded
 * @param told what the log is to say besides, a sentence without a full stop; the caller never sees it
 */
public record OperationResult(ObjectNode fields, List<FailedElement> refusals, Optional<String> told) {

    /**
     * An element of an array field that is to show an error.
     *
     * @param field name of the array
     */
    public record FailedElement(String field, int index, ApiErrorException refusal) {}

    /** Success with these fields. */
    public OperationResult(ObjectNode fields, List<FailedElement> refusals) {
        this(fields, refusals, Optional.empty());
    }

    /** Success, and nothing more to say. */
    public static OperationResult ok() {
        return new OperationResult(Json.object(), List.of());
    }

    /** A result with one field. */
    public static OperationResult of(String field, JsonNode value) {
        return ok().with(field, value);
    }

    /** A result with one field of text. */
    public static OperationResult of(String field, String value) {
        return of(field, Json.text(value));
    }

    /** The same answer with one more field. */
    public OperationResult with(String field, JsonNode value) {
        var more = Json.object();
        more.setAll(fields);
        more.set(field, value);
        return new OperationResult(more, refusals, told);
    }

    /** The same answer with one more field. */
    public OperationResult with(String field, String value) {
        return with(field, Json.text(value));
    }

    /** The same answer, with the errors of single elements rewritten. */
    public OperationResult rewriting(UnaryOperator<ApiErrorException> change) {
        return refusals.isEmpty()
                ? this
                : new OperationResult(
                        fields,
                        refusals.stream()
                                .map(failed -> new FailedElement(
                                        failed.field(), failed.index(), change.apply(failed.refusal())))
                                .toList(),
                        told);
    }

    /** The same answer, with something to be said in the log. */
    public OperationResult telling(String sentence) {
        return new OperationResult(fields, refusals, Optional.of(sentence));
    }

    /** The same answer, with errors in the places of elements. */
    public OperationResult failing(List<FailedElement> failed) {
        var more = new ArrayList<>(refusals);
        more.addAll(failed);
        return new OperationResult(fields, List.copyOf(more), told);
    }
}
