package io.regcontract.suite.observe;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** A requirement with what the contract adds to it, as records and reports show it. */
public record RecordedRequirement(Map<String, Object> line) {

    /** Looks up what the contract says of the requirement's code. */
    public static RecordedRequirement of(Scenario<?> scenario, Contract contract) {
        var requirement = scenario.requirement();
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
        if (!scenario.alsoHolding().isEmpty()) {
            line.put(
                    "alsoHolding",
                    scenario.alsoHolding().stream()
                            .map(ErrorCode::code)
                            .sorted()
                            .toList());
        }
        scenario.element().ifPresent(pointer -> line.put("element", pointer));
        return new RecordedRequirement(line);
    }
}
