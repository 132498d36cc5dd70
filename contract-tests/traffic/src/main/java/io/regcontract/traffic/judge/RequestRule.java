package io.regcontract.traffic.judge;

import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.Parameter;
import io.regcontract.contract.model.Operation.Requirement;
import io.regcontract.traffic.request.RequestCredentials;
import io.regcontract.traffic.request.RequestParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a request shows that succeeded and should not have. Worth a warning: a setting may have stood in for an argument. */
enum RequestRule {
    /** A required argument is missing. */
    REQUIRED_ARGUMENT("traffic.required-argument"),
    /** Two arguments exclude each other. */
    ONE_SELECTOR("traffic.one-selector"),
    /** There are no credentials. */
    CREDENTIALS("traffic.credentials");

    private static final String SETTING = "setting:";
    private static final String ACCESS_TOKEN = "access_token";

    private final String id;

    RequestRule(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /**
     * A rule that a successful call broke.
     *
     * @param sentence the same for every call that broke it in the same way
     */
    record Broken(RequestRule rule, String sentence) {}

    /** The rules that a successful call broke. */
    static List<Broken> brokenBy(Operation operation, RequestParameters parameters, RequestCredentials credentials) {
        var broken = new ArrayList<Broken>();
        var bearer = parameters.has(ACCESS_TOKEN) || isBearer(credentials);
        if (parameters.allKnown()) {
            var missing = operation.parameters().stream()
                    .filter(parameter -> isMissing(parameter, operation, parameters, bearer))
                    .map(Parameter::name)
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                broken.add(new Broken(
                        REQUIRED_ARGUMENT, "it succeeded without " + missing + ", which the operation requires"));
            }
            if (!credentials.areGivenFor(operation, parameters)) {
                broken.add(new Broken(CREDENTIALS, "it succeeded without credentials, which the operation asks for"));
            }
        }
        if (!bearer) {
            selectors(operation, parameters, broken);
        }
        return broken;
    }

    /** An access token selects the record of its user, whatever else is sent. */
    private static void selectors(Operation operation, RequestParameters parameters, List<Broken> broken) {
        for (var parameter : operation.parameters()) {
            for (var other : parameter.conflicts()) {
                if (parameter.name().compareTo(other) < 0
                        && parameters.has(parameter.name())
                        && parameters.has(other)) {
                    broken.add(new Broken(
                            ONE_SELECTOR,
                            "it succeeded with both " + parameter.name() + " and " + other
                                    + ", which exclude each other"));
                }
            }
        }
    }

    private static boolean isBearer(RequestCredentials credentials) {
        return credentials.header().regionMatches(true, 0, "OAuth ", 0, 6)
                || credentials.header().regionMatches(true, 0, "Bearer ", 0, 7);
    }

    private static boolean isMissing(
            Parameter parameter, Operation operation, RequestParameters parameters, boolean bearer) {
        if (isGiven(parameter, parameters)) {
            return false;
        }
        if (parameter.required() instanceof Requirement.Always) {
            return true;
        }
        if (parameter.required() instanceof Requirement.Unless unless) {
            return unless.others().stream()
                    .noneMatch(other -> other.startsWith(SETTING) || isThere(other, parameters, bearer));
        }
        if (parameter.required() instanceof Requirement.With with) {
            return with.others().stream().anyMatch(parameters::has);
        }
        return parameter.required() instanceof Requirement.OneOf group
                && isFirst(parameter, group, operation)
                && members(group, operation).stream().noneMatch(other -> isThere(other.name(), parameters, bearer));
    }

    private static boolean isGiven(Parameter parameter, RequestParameters parameters) {
        return parameter.type().emptyIsAbsent()
                ? parameters.has(parameter.name())
                : parameters.values().containsKey(parameter.name());
    }

    private static boolean isThere(String name, RequestParameters parameters, boolean bearer) {
        return parameters.has(name) || (bearer && name.equals(ACCESS_TOKEN));
    }

    /** A group is named once, by its first parameter. */
    private static boolean isFirst(Parameter parameter, Requirement.OneOf group, Operation operation) {
        return members(group, operation).get(0).equals(parameter);
    }

    private static List<Parameter> members(Requirement.OneOf group, Operation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.required().equals(group))
                .toList();
    }
}
