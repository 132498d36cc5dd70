package io.regcontract.simulator.journal;

import io.regcontract.simulator.control.journal.CalledOperation;
import io.regcontract.simulator.control.journal.Cause;
import io.regcontract.simulator.control.journal.MetError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the calls and errors of an application, also of calls that are not kept any more. */
final class Tally {

    /** Clients come and go; operations and codes are a few dozen each. */
    static final int MOST = 5_000;

    private record Called(String operation, Optional<String> clientId) {}

    private record Met(Called called, int code) {}

    private final Map<Called, CalledOperation> operations = new LinkedHashMap<>();
    private final Map<Met, MetError> errors = new LinkedHashMap<>();

    void called(String operation, Optional<String> clientId, boolean failed) {
        var key = new Called(operation, clientId);
        if (operations.size() < MOST || operations.containsKey(key)) {
            operations.merge(
                    key,
                    new CalledOperation(operation, clientId, 1, failed ? 1 : 0),
                    (before, one) -> new CalledOperation(
                            operation, clientId, before.calls() + 1, before.failures() + one.failures()));
        }
    }

    void met(AnsweredCall call, AnsweredCall.Failure failure, Cause cause) {
        var key = new Met(new Called(call.operation(), call.clientId()), failure.code());
        if (errors.size() < MOST || errors.containsKey(key)) {
            errors.merge(key, once(call, failure, cause), Tally::together);
        }
    }

    void add(CalledOperation operation) {
        operations.put(new Called(operation.operation(), operation.clientId()), operation);
    }

    void add(MetError error) {
        errors.put(new Met(new Called(error.operation(), error.clientId()), error.code()), error);
    }

    List<CalledOperation> operations() {
        return List.copyOf(operations.values());
    }

    List<MetError> errors() {
        return List.copyOf(errors.values());
    }

    private static MetError once(AnsweredCall call, AnsweredCall.Failure failure, Cause cause) {
        return new MetError(
                call.operation(),
                call.clientId(),
                failure.code(),
                failure.error(),
                1,
                call.time(),
                call.time(),
                Optional.of(failure.requestToken()).filter(token -> !token.isEmpty()),
                cause == Cause.DRILL ? 1 : 0,
                cause == Cause.WORLD ? 1 : 0,
                cause == Cause.CALLER ? 1 : 0);
    }

    private static MetError together(MetError before, MetError one) {
        Instant first = before.first();
        return new MetError(
                before.operation(),
                before.clientId(),
                before.code(),
                one.error(),
                before.times() + 1,
                first,
                one.last(),
                one.requestToken().or(before::requestToken),
                before.byDrill() + one.byDrill(),
                before.byWorld() + one.byWorld(),
                before.byCaller() + one.byCaller());
    }
}
