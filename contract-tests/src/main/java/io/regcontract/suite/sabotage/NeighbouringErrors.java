package io.regcontract.suite.sabotage;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.DocumentedError;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds errors and codes close to a documented one. */
final class NeighbouringErrors {

    private NeighbouringErrors() {}

    /**
     * The other documented errors that would be wrong, nearest first. Leaves out the catch-all above, which would be
     * less precise but not wrong.
     */
    static Stream<DocumentedError> of(DocumentedError error, SabotageContext context) {
        var contract = context.contract();
        var code = error.code().code();
        var above = contract.catchAllOf(error.code());
        return contract.errors().stream()
                .filter(other ->
                        other.code() != error.code() && !context.right().contains(other.code()))
                .filter(other -> above.filter(other::equals).isEmpty())
                .sorted(Comparator.comparingInt(
                        (DocumentedError other) -> Math.abs(other.code().code() - code)));
    }

    /** The nearest undocumented code among the ten with the same leading digits. */
    static int undocumented(int code, Contract contract) {
        var ten = code / 10 * 10;
        return IntStream.range(ten, ten + 10)
                .filter(one -> one != code && contract.find(one).isEmpty())
                .boxed()
                .min(Comparator.comparingInt(one -> Math.abs(one - code)))
                .orElseThrow();
    }
}
