package io.regcontract.suite.derived;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.Parameter;
import io.regcontract.contract.model.Operation.Requirement;
import io.regcontract.contract.model.ParameterType.Kind;
import io.regcontract.contract.model.WrongValue;
import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.tenant.Tenant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Two conditions at once. Which is judged first is not documented, so the error of either is right, and no other. The
 * twin takes both away and differs in nothing else.
 */
final class CombinedRequirements extends DerivedFamily {

    private static final String ORDER = "R-order";

    /** A parameter, and a value that it does not take. */
    private record Damage(Parameter parameter, WrongValue wrong) {}

    CombinedRequirements(Contract contract, PrototypeCalls prototypes) {
        super(contract, prototypes);
        var groups = new HashSet<String>();
        forEachOperation((operation, prototype) -> {
            var required = operation.alwaysRequired().stream()
                    .filter(parameter -> parameter.type().kind() != Kind.CALLER)
                    .findFirst();
            if (required.isEmpty()) {
                return;
            }
            damaged(operation, required.get())
                    .ifPresent(damage -> leftOutAndWrong(operation, prototype, required.get(), damage));
            if (operation.credentials().contains(Operation.Credential.NONE)) {
                return;
            }
            nobodyAndLeftOut(operation, prototype, required.get());
            // What stands before every operation is the same for a group: one of each is enough.
            if (groups.add(operation.group())) {
                offAndNobody(operation, prototype);
                offAndLeftOut(operation, prototype, required.get());
            }
        });
    }

    private void nobodyAndLeftOut(Operation operation, Function<Tenant, Call> prototype, Parameter required) {
        both(
                        ErrorCode.INVALID_AUTH_METHOD,
                        code(required.whenMissing().code()),
                        "no-credentials-and-" + slug(required.name()) + "-left-out",
                        operation,
                        "nobody says who is calling, and " + required.name() + " is left out")
                .given(prototype)
                .drive((tenant, call) -> call.as(new Credential.None()).without(required.name()))
                .twin((tenant, call) -> call);
    }

    private void leftOutAndWrong(
            Operation operation, Function<Tenant, Call> prototype, Parameter required, Damage damage) {
        var other = damage.parameter().name();
        both(
                        code(required.whenMissing().code()),
                        code(damage.wrong().code()),
                        slug(required.name()) + "-left-out-and-" + slug(other) + "-wrong",
                        operation,
                        required.name() + " is left out, and " + other + " is wrong: "
                                + damage.wrong().because())
                .given(prototype)
                .drive((tenant, call) ->
                        call.without(required.name()).with(other, damage.wrong().value()))
                .twin((tenant, call) -> call);
    }

    private void offAndNobody(Operation operation, Function<Tenant, Call> prototype) {
        off(operation, prototype, ErrorCode.INVALID_AUTH_METHOD, "no-credentials", "nobody says who is calling")
                .drive((tenant, call) -> call.as(new Credential.None()))
                .undoAndTwin((tenant, call) -> tenant.environment().maintenance(Set.of()), (tenant, call) -> call);
    }

    private void offAndLeftOut(Operation operation, Function<Tenant, Call> prototype, Parameter required) {
        var name = required.name();
        off(operation, prototype, code(required.whenMissing().code()), slug(name) + "-left-out", name + " is left out")
                .drive((tenant, call) -> call.without(name))
                .undoAndTwin((tenant, call) -> tenant.environment().maintenance(Set.of()), (tenant, call) -> call);
    }

    private Given<Call> off(
            Operation operation, Function<Tenant, Call> prototype, ErrorCode other, String slug, String condition) {
        return both(
                        ErrorCode.API_FEATURE_DISABLED,
                        other,
                        "off-and-" + slug,
                        operation,
                        "its group is off for maintenance, and " + condition)
                .needs(Capability.MAINTENANCE)
                .given(tenant -> {
                    // Without a client it is the header that says which application is called: this one is off.
                    var call = prototype
                            .apply(tenant)
                            .header(Call.APPLICATION, tenant.application().id().orElseThrow());
                    tenant.environment().maintenance(Set.of(operation.group()));
                    return call;
                });
    }

    private ErrorFamily.RequirementBuilder both(
            ErrorCode one, ErrorCode other, String slug, Operation operation, String condition) {
        return derive(one.code(), slug, operation, condition, ORDER).alsoHolding(other);
    }

    /** Another parameter that can be wrong while one is missing, with another code. */
    private static Optional<Damage> damaged(Operation operation, Parameter missing) {
        return operation.parameters().stream()
                .filter(parameter -> !parameter.name().equals(missing.name()))
                .filter(parameter -> parameter.type().kind() != Kind.CALLER)
                .filter(parameter -> parameter.required() instanceof Requirement.Always
                        || parameter.required() instanceof Requirement.Contested
                        || (parameter.required() instanceof Requirement.No
                                && parameter.type().kind() != Kind.TOKEN))
                .flatMap(parameter -> parameter.wrongValues().stream().map(wrong -> new Damage(parameter, wrong)))
                .filter(damage -> damage.wrong().code() != missing.whenMissing().code())
                .findFirst();
    }

    private static ErrorCode code(int code) {
        return ErrorCode.of(code).orElseThrow();
    }
}
