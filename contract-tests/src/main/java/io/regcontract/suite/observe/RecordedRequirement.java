package io.regcontract.suite.observe;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.scenario.Requirement;
import io.regcontract.suite.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A requirement with what the contract adds to it, as records and reports show it. */
public record RecordedRequirement(Map<String, Object> line) {

    /** Looks up what the contract says of the code of the scenario's requirement. */
    public static RecordedRequirement of(Scenario<?> scenario, Contract contract) {
        return of(scenario.requirement(), scenario.alsoHolding(), scenario.element(), contract);
    }

    /**
     * Looks up what the contract says of the requirement's code.
     *
     * @param alsoHolding codes whose conditions hold beside it
     * @param element where in a success the error stands, as a JSON pointer; empty when it is the answer
     */
    public static RecordedRequirement of(
            Requirement requirement, Set<ErrorCode> alsoHolding, Optional<String> element, Contract contract) {
        var error = contract.error(requirement.code());
        var line = new LinkedHashMap<String, Object>();
        line.put("id", requirement.id());
        line.put("code", requirement.code().code());
        line.put("error", error.name());
        line.put("operation", requirement.operation());
        line.put("case", requirement.slug());
        line.put("condition", requirement.condition());
        line.put("category", error.category());
        requirement.reading().ifPresent(reading -> line.put("reading", reading));
        if (!error.errata().isEmpty()) {
            line.put("errata", error.errata());
        }
        if (!alsoHolding.isEmpty()) {
            line.put(
                    "alsoHolding",
                    alsoHolding.stream().map(ErrorCode::code).sorted().toList());
        }
        element.ifPresent(pointer -> line.put("element", pointer));
        return new RecordedRequirement(line);
    }
}
