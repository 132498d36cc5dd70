package io.regcontract.suite.derived;

import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.Credential;
import io.regcontract.suite.call.Call;
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
    private final Map<Pair, DrilledCall> particular = new HashMap<>();

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
    public DrilledCalls() {}

    /** The call for a drill at an operation; empty when none is known. */
    public Optional<DrilledCall> of(String drill, Operation operation) {
        return Optional.ofNullable(particular.get(new Pair(drill, operation.path())))
                .or(() -> drill.startsWith("access-token-") ? byToken(operation) : Optional.empty())
                .or(() -> prototypes.of(operation).map(DrilledCalls::answered));
    }

    private Optional<DrilledCall> byToken(Operation operation) {
        return prototypes
                .byToken(operation)
                .map(bearer -> answered(tenant -> {
                    var caller = bearer.apply(tenant);
                    var token = caller.token(tenant);
                    return operation.credentials().contains(Credential.OAUTH_TOKEN)
                            ? caller.call().as(new io.regcontract.suite.call.Credential.OAuthHeader(token))
                            : caller.call().with(ACCESS_TOKEN, token);
                }));
    }

    private static DrilledCall answered(Function<Tenant, Call> call) {
        return new DrilledCall(call, Optional.empty());
    }
}
