package io.regcontract.suite.derived;

import io.regcontract.contract.model.Operation;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.tenant.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * For each drill and each operation that it names a correct call that the drill can befall: the prototype of the
 * operation, unless the drill needs a call that carries something more.
 */
public final class DrilledCalls {

    private static final String ACCESS_TOKEN = "access_token";

    private final PrototypeCalls prototypes = PrototypeCalls.all();
    private final Map<Pair, Function<Tenant, Call>> particular = new HashMap<>();

    /** A drill at an operation. */
    private record Pair(String drill, String operation) {}

    /**
     * A correct call.
     *
     * @param call makes it anew with all that it is about
     * @param element where in a success the error stands that the drill leads to, as a JSON pointer; empty when it is
     *     the answer
     */
    public record DrilledCall(Function<Tenant, Call> call, Optional<String> element) {}

    /** All calls that there are. */
    public DrilledCalls() {
        new SchemaDrillCalls(this).add();
        new RecordDrillCalls(this).add();
        new CallerDrillCalls(this).add();
    }

    /** The call for a drill at an operation; empty when none is known. */
    public Optional<DrilledCall> of(String drill, int code, Operation operation) {
        return Optional.ofNullable(particular.get(new Pair(drill, operation.path())))
                .or(() -> drill.startsWith("access-token-") ? byToken(operation) : Optional.empty())
                .or(() -> prototypes.of(operation))
                .map(call -> new DrilledCall(call, element(code, operation)));
    }

    /** A call that a drill needs at an operation. */
    void add(String drill, String operation, Function<Tenant, Call> call) {
        if (particular.put(new Pair(drill, operation), call) != null) {
            throw new IllegalStateException("there are two calls for " + drill + " at " + operation);
        }
    }

    /** The prototype of an operation that has a parameter right. */
    Function<Tenant, Call> prototype(Operation operation, String parameter) {
        return operation
                .parameter(parameter)
                .flatMap(declared -> prototypes.with(operation, declared))
                .orElseThrow();
    }

    /** The prototype of an operation. */
    Function<Tenant, Call> prototype(Operation operation) {
        return prototypes.of(operation).orElseThrow();
    }

    private Optional<Function<Tenant, Call>> byToken(Operation operation) {
        return prototypes.byToken(operation).map(bearer -> tenant -> {
            var caller = bearer.apply(tenant);
            var token = caller.token(tenant);
            return operation.credentials().contains(Operation.Credential.OAUTH_TOKEN)
                    ? caller.call().as(new Credential.OAuthHeader(token))
                    : caller.call().with(ACCESS_TOKEN, token);
        });
    }

    /** What is wrong with one of many new records stands in its place among the results. */
    private static Optional<String> element(int code, Operation operation) {
        var isOfRecord = operation.path().equals("/entity.bulkCreate") && (code == 223 || (code >= 300 && code < 400));
        return isOfRecord ? Optional.of("/results/0") : Optional.empty();
    }
}
