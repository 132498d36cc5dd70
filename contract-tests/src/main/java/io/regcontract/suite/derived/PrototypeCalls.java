package io.regcontract.suite.derived;

import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.Parameter;
import io.regcontract.contract.model.Operation.Requirement;
import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.tenant.Client;
import io.regcontract.suite.tenant.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One successful call for each operation, with its set-up. Requirements are derived by changing one thing about it. The
 * calls name records by uuid and carry the required parameters only; for an optional parameter that matters there is
 * another call.
 */
final class PrototypeCalls {

    private final Map<String, Function<Tenant, Call>> byOperation = new LinkedHashMap<>();
    private final Map<OperationParameter, Function<Tenant, Call>> byParameter = new LinkedHashMap<>();
    private final Map<String, Function<Tenant, BearerCall>> byToken = new LinkedHashMap<>();
    private final Map<String, BiFunction<Tenant, Client, Call>> byClient = new LinkedHashMap<>();
    private final Map<String, Set<Capability>> needs = new LinkedHashMap<>();

    /** A parameter of an operation. */
    private record OperationParameter(String operation, String parameter) {}

    /** The prototypes of all operations. */
    static PrototypeCalls all() {
        var prototypes = new PrototypeCalls();
        AdministrationCalls.describe(prototypes);
        RecordCalls.describe(prototypes);
        PersonCalls.describe(prototypes);
        return prototypes;
    }

    /** The call of an operation. */
    void add(String operation, Function<Tenant, Call> call) {
        byOperation.put(operation, call);
    }

    /** A call that needs a parameter and has it right. */
    void add(String operation, String parameter, Function<Tenant, Call> call) {
        byParameter.put(new OperationParameter(operation, parameter), call);
    }

    /** A call whose caller has an access token; the call does not carry it yet. */
    void addByToken(String operation, Function<Tenant, BearerCall> call) {
        byToken.put(operation, call);
    }

    /** The call of an operation that succeeds only for the client that made the set-up. */
    void add(String operation, BiFunction<Tenant, Client, Call> call) {
        byClient.put(operation, call);
        add(operation, tenant -> call.apply(tenant, tenant.login()));
    }

    /** What the environment must offer before any call of the operation can succeed. */
    void need(String operation, Capability capability) {
        needs.put(operation, Set.of(capability));
    }

    /** The call of an operation, where there is one. */
    Optional<Function<Tenant, Call>> of(Operation operation) {
        return Optional.ofNullable(byOperation.get(operation.path()));
    }

    /** The call that has a parameter right and fails without it or with a damaged one. */
    Optional<Function<Tenant, Call>> with(Operation operation, Parameter parameter) {
        return Optional.ofNullable(byParameter.get(new OperationParameter(operation.path(), parameter.name())))
                .or(() -> parameter.required() instanceof Requirement.Always
                                || parameter.required() instanceof Requirement.Contested
                        ? of(operation)
                        : Optional.empty());
    }

    /** The call of an operation by some client that may make it. */
    Optional<BiFunction<Tenant, Client, Call>> byClient(Operation operation) {
        return Optional.ofNullable(byClient.get(operation.path()));
    }

    /** The call whose caller has an access token, where the operation accepts one. */
    Optional<Function<Tenant, BearerCall>> byToken(Operation operation) {
        return Optional.ofNullable(byToken.get(operation.path()));
    }

    Capability[] needs(Operation operation) {
        return needs.getOrDefault(operation.path(), Set.of()).toArray(Capability[]::new);
    }
}
