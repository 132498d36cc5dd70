package io.regcontract.suite.replay;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.DocumentedError;
import io.regcontract.suite.replay.ReplayPlan.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan as a Postman collection, format 2.1: a folder for each category, in it one for each code, in it one for each
 * case. A case is run by itself, in any order, and again.
 */
public final class PostmanCollection {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a simulator is started with in the project's documentation. */
    private static final Map<String, String> VARIABLES = variables();

    private final Contract contract;
    private final ReplayPlan plan;

    private PostmanCollection(Contract contract, ReplayPlan plan) {
        this.contract = contract;
        this.plan = plan;
    }

    /** The collection as JSON text, to be imported into Postman or run by Newman. */
    public static String of(ReplayPlan plan) {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new PostmanCollection(Contract.load(), plan).document());
    }

    private static Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("baseUrl", "http://127.0.0.1:8080");
        variables.put("ownerClientId", "owner");
        variables.put("ownerClientSecret", "owner-secret");
        variables.put("loginClientId", "login");
        variables.put("controlToken", "control-secret");
        return variables;
    }

    private Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put(
                "info",
                members(
                        "name",
                        "Registration errors",
                        "description",
                        "Every documented error of the registration API, by its cause. Each case is a folder: it sets up"
                                + " the cause, makes the one call that fails, takes the cause away and makes the call"
                                + " again. Start a simulator with a control token, write its address, clients and token"
                                + " into the variables of the collection, and run the collection or any folder of it.",
                        "schema",
                        "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"));
        document.put("item", categories());
        document.put(
                "variable",
                VARIABLES.entrySet().stream()
                        .map(variable -> members("key", variable.getKey(), "value", variable.getValue()))
                        .toList());
        return document;
    }

    private List<Map<String, Object>> categories() {
        var byCategory = contract.errors().stream()
                .collect(Collectors.groupingBy(DocumentedError::category, LinkedHashMap::new, Collectors.toList()));
        var folders = new ArrayList<Map<String, Object>>();
        byCategory.forEach((category, errors) -> folders.add(members(
                "name",
                category.replace('-', ' '),
                "item",
                errors.stream().map(this::code).toList())));
        return folders;
    }

    private Map<String, Object> code(DocumentedError error) {
        return members(
                "name",
                error.code().code() + " " + error.name(),
                "description",
                error.description(),
                "item",
                plan.scripts().stream()
                        .filter(script -> script.requirement().code() == error.code())
                        .map(PostmanCollection::requirement)
                        .toList());
    }

    private static Map<String, Object> requirement(Script script) {
        var requirement = script.requirement();
        return members(
                "name",
                requirement.operation() + ": " + requirement.condition(),
                "description",
                requirement.id(),
                "item",
                IntStream.range(0, script.steps().size())
                        .mapToObj(step -> PostmanRequest.of(script, step))
                        .toList());
    }

    /** A JSON object with its members in order. */
    static Map<String, Object> members(Object... namesAndValues) {
        var members = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
