package io.regcontract.suite.derived;

import io.regcontract.contract.Contract;
import io.regcontract.contract.Operation;
import io.regcontract.contract.Operation.Parameter;
import io.regcontract.contract.Operation.Requirement;
import io.regcontract.contract.ParameterType.Kind;
import io.regcontract.suite.exchange.Call;
import io.regcontract.suite.tenant.Tenant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** 100, 200, 201 and their kin: each parameter of each operation left out, empty, malformed, or beside its rival. */
final class ParameterRequirements extends DerivedFamily {

    /** A record that does not exist as well as one named twice: what comes first would be a guess. */
    private static final String RIVAL_ID = "1";

    ParameterRequirements(Contract contract, Prototypes prototypes) {
        super(contract, prototypes);
        forEachOperation((operation, prototype) -> {
            var groups = new HashSet<String>();
            for (var parameter : operation.parameters()) {
                if (parameter.type().kind() == Kind.CALLER) {
                    continue; // Who calls is a matter of credentials.
                }
                missing(operation, prototype, parameter, groups);
                malformed(operation, prototype, parameter);
            }
            conflicting(operation, prototype);
        });
    }

    private void missing(
            Operation operation, Function<Tenant, Call> prototype, Parameter parameter, Set<String> groups) {
        var name = parameter.name();
        var missing = parameter.whenMissing();
        if (parameter.required() instanceof Requirement.Always) {
            derive(missing.code(), slug(name) + "-left-out", operation, name + " is left out", "R-argument")
                    .given(prototype)
                    .drive((tenant, call) -> call.without(name))
                    .twin((tenant, call) -> call);
            if (parameter.type().emptyIsAbsent()) {
                derive(
                                missing.code(),
                                slug(name) + "-empty",
                                operation,
                                name + " is sent without a value",
                                "R-argument")
                        .given(prototype)
                        .drive((tenant, call) -> call.with(name, ""))
                        .twin((tenant, call) -> call);
            }
        } else if (parameter.required() instanceof Requirement.OneOf group && groups.add(group.group())) {
            derive(
                            100,
                            slug(group.group()) + "-left-out",
                            operation,
                            "nothing says which " + group.group() + " is meant",
                            "R-argument")
                    .given(prototype)
                    .drive((tenant, call) -> call.without(sent(operation, group.group(), call)))
                    .twin((tenant, call) -> call);
        }
    }

    /** Which member of a group the call sends. */
    private static String sent(Operation operation, String group, Call call) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.required() instanceof Requirement.OneOf one
                        && one.group().equals(group)
                        && call.parameters().containsKey(parameter.name()))
                .map(Parameter::name)
                .findFirst()
                .orElseThrow();
    }

    private void malformed(Operation operation, Function<Tenant, Call> prototype, Parameter parameter) {
        var name = parameter.name();
        if (!judgedAlone(parameter)) {
            return;
        }
        for (var wrong : parameter.wrongValues()) {
            derive(
                            wrong.code(),
                            slug(name + " " + wrong.because()),
                            operation,
                            name + " is wrong: " + wrong.because(),
                            wrong.source())
                    .given(prototype)
                    .drive((tenant, call) -> call.with(name, wrong.value()))
                    .twin((tenant, call) -> call);
        }
    }

    /** Whether it can be added to a call without a second condition coming to hold: a rival, or something it needs. */
    private static boolean judgedAlone(Parameter parameter) {
        return !(parameter.required() instanceof Requirement.OneOf
                        && !parameter.name().equals("uuid"))
                && !(parameter.required() instanceof Requirement.With)
                && !parameter.name().equals("id")
                && parameter.type().kind() != Kind.TOKEN;
    }

    private void conflicting(Operation operation, Function<Tenant, Call> prototype) {
        operation
                .parameter("id")
                .filter(parameter -> parameter.conflicts().contains("uuid"))
                .ifPresent(parameter -> derive(
                                201,
                                "id-beside-uuid",
                                operation,
                                "a record is named by id and by uuid at once",
                                "R-argument")
                        .given(prototype)
                        .drive((tenant, call) -> call.with("id", RIVAL_ID))
                        .twin((tenant, call) -> call));
    }
}
