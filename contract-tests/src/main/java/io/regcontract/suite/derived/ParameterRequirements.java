package io.regcontract.suite.derived;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.Parameter;
import io.regcontract.contract.model.Operation.Requirement;
import io.regcontract.contract.model.ParameterType.Kind;
import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.tenant.Tenant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * 100, 200, 201, 310, 330 and related codes: each parameter of each operation missing, empty, wrong, or in conflict.
 */
final class ParameterRequirements extends DerivedFamily {

    private static final String ARGUMENT = "R-argument";
    private static final String SETTING = "setting:";

    /** A record that does not exist as well as one named twice: what comes first would be a guess. */
    private static final String RIVAL_ID = "1";

    /** A value that identifies no record, for each parameter that identifies one. */
    private static final Map<String, String> NO_RECORD = Map.of(
            "uuid", "00000000-0000-4000-8000-000000000000", "id", "987654321", "key_value", "\"nobody has this\"");

    /** The parameters that must be the record's own, and a time that no record here was made or changed at. */
    private static final Set<String> TIMES_OF_A_RECORD = Set.of("created", "lastUpdated");

    private static final String LONG_AGO = "2001-02-03 04:05:06.000000 +0000";

    ParameterRequirements(Contract contract, PrototypeCalls prototypes) {
        super(contract, prototypes);
        forEachOperation((operation, prototype) -> {
            var groups = new HashSet<String>();
            for (var parameter : operation.parameters()) {
                if (parameter.type().kind() == Kind.CALLER) {
                    continue; // Who calls is a matter of credentials.
                }
                missing(operation, prototype, parameter, groups);
                malformed(operation, parameter);
                conflicting(operation, parameter);
                elsewhere(operation, prototype, parameter);
            }
        });
    }

    private void missing(
            Operation operation, Function<Tenant, Call> prototype, Parameter parameter, Set<String> groups) {
        if (parameter.required() instanceof Requirement.Always) {
            missing(operation, prototype, parameter);
        } else if (parameter.required() instanceof Requirement.Contested) {
            mayBeMissing(operation, prototype, parameter);
        } else if (parameter.required() instanceof Requirement.With) {
            prototypes.with(operation, parameter).ifPresent(call -> missing(operation, call, parameter));
        } else if (parameter.required() instanceof Requirement.Unless unless) {
            var setting = unless.others().stream()
                    .filter(other -> other.startsWith(SETTING))
                    .findFirst();
            setting.ifPresentOrElse(
                    key -> unset(operation, prototype, parameter, key.substring(SETTING.length())),
                    () -> missing(operation, prototype, parameter));
        } else if (parameter.required() instanceof Requirement.OneOf group && groups.add(group.group())) {
            derive(
                            100,
                            slug(group.group()) + "-left-out",
                            operation,
                            "nothing says which " + group.group() + " is meant",
                            ARGUMENT)
                    .given(prototype)
                    .drive((tenant, call) -> call.without(sent(operation, group.group(), call)))
                    .twin((tenant, call) -> call);
        }
    }

    private void missing(Operation operation, Function<Tenant, Call> call, Parameter parameter) {
        var name = parameter.name();
        var code = parameter.whenMissing().code();
        derive(code, slug(name) + "-left-out", operation, name + " is left out", ARGUMENT)
                .given(call)
                .drive((tenant, whole) -> whole.without(name))
                .twin((tenant, whole) -> whole);
        if (parameter.type().emptyIsAbsent()) {
            derive(code, slug(name) + "-empty", operation, name + " is sent without a value", ARGUMENT)
                    .given(call)
                    .drive((tenant, whole) -> whole.with(name, ""))
                    .twin((tenant, whole) -> whole);
        }
    }

    /**
     * A parameter that is documented as required and may be missing all the same: the call fails because another
     * parameter is missing, and the twin, which lacks this one too, succeeds.
     */
    private void mayBeMissing(Operation operation, Function<Tenant, Call> prototype, Parameter parameter) {
        var name = parameter.name();
        operation.alwaysRequired().stream()
                .filter(other -> other.type().kind() != Kind.CALLER)
                .findFirst()
                .ifPresent(needed -> {
                    var code = needed.whenMissing().code();
                    derive(
                                    code,
                                    slug(name) + "-left-out",
                                    operation,
                                    needed.name() + " is left out, and so is " + name + ", which may be",
                                    ARGUMENT)
                            .given(prototype)
                            .drive((tenant, whole) -> whole.without(name).without(needed.name()))
                            .twin((tenant, whole) -> whole.without(name));
                    derive(
                                    code,
                                    slug(name) + "-empty",
                                    operation,
                                    needed.name() + " is left out, and " + name + ", which may be, has no value",
                                    ARGUMENT)
                            .given(prototype)
                            .drive((tenant, whole) -> whole.with(name, "").without(needed.name()))
                            .twin((tenant, whole) -> whole.with(name, ""));
                });
    }

    /** A parameter that may be missing because a setting replaces it, in an application without the setting. */
    private void unset(Operation operation, Function<Tenant, Call> prototype, Parameter parameter, String setting) {
        var name = parameter.name();
        derive(
                        parameter.whenMissing().code(),
                        slug(name) + "-left-out",
                        operation,
                        name + " is left out, and no setting " + setting + " stands in for it",
                        ARGUMENT)
                .needs(Capability.OWN_APPLICATION)
                .given(tenant -> {
                    var call = prototype.apply(tenant);
                    var value = tenant.setting(setting);
                    tenant.deleteSetting(setting);
                    return call.with(name, value);
                })
                .drive((tenant, call) -> call.without(name))
                .twin((tenant, call) -> call);
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

    private void malformed(Operation operation, Parameter parameter) {
        var name = parameter.name();
        prototypes
                .with(operation, parameter)
                .or(() -> judgedAlone(parameter) ? prototypes.of(operation) : Optional.empty())
                .ifPresent(call -> parameter.wrongValues().forEach(wrong -> derive(
                                wrong.code(),
                                slug(name + " " + wrong.because()),
                                operation,
                                name + " is wrong: " + wrong.because(),
                                wrong.source())
                        .given(call)
                        .drive((tenant, whole) -> whole.with(name, wrong.value()))
                        .twin((tenant, whole) -> whole)));
    }

    /** Whether it can be added to a call without a second condition coming to hold: a rival, or something it needs. */
    private static boolean judgedAlone(Parameter parameter) {
        return !(parameter.required() instanceof Requirement.OneOf)
                && !(parameter.required() instanceof Requirement.With)
                && parameter.type().kind() != Kind.TOKEN;
    }

    private void conflicting(Operation operation, Parameter parameter) {
        for (var rival : parameter.conflicts()) {
            // Once for a pair: by the one that comes later.
            if (operation.parameters().indexOf(parameter)
                    < operation.parameters().indexOf(operation.parameter(rival).orElseThrow())) {
                continue;
            }
            var name = parameter.name();
            prototypes.with(operation, operation.parameter(rival).orElseThrow()).ifPresent(call -> derive(
                            201,
                            slug(name) + "-beside-" + slug(rival),
                            operation,
                            name.equals("id") && rival.equals("uuid")
                                    ? "a record is named by id and by uuid at once"
                                    : name + " is sent beside " + rival,
                            ARGUMENT)
                    .given(call)
                    .drive((tenant, whole) -> whole.with(name, RIVAL_ID))
                    .twin((tenant, whole) -> whole));
        }
    }

    private void elsewhere(Operation operation, Function<Tenant, Call> prototype, Parameter parameter) {
        var name = parameter.name();
        if (NO_RECORD.containsKey(name) && operation.parameter("key_attribute").isPresent()) {
            prototypes.with(operation, parameter).ifPresent(call -> derive(
                            ErrorCode.RECORD_NOT_FOUND.code(),
                            slug(name) + "-of-no-record",
                            operation,
                            "no record has this " + name,
                            "")
                    .given(call)
                    .drive((tenant, whole) -> whole.with(name, NO_RECORD.get(name)))
                    .twin((tenant, whole) -> whole));
        }
        if (TIMES_OF_A_RECORD.contains(name)) {
            derive(
                            ErrorCode.TIMESTAMP_MISMATCH.code(),
                            slug(name) + "-of-another-time",
                            operation,
                            name + " is not that of the record",
                            "R-reserved")
                    .given(prototype)
                    .drive((tenant, call) -> call.with(name, LONG_AGO))
                    .twin((tenant, call) -> call);
        }
    }
}
