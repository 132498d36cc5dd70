package io.regcontract.suite.derived;

import io.regcontract.contract.Contract;
import io.regcontract.suite.scenario.ErrorFamily;
import java.util.List;

/** Every derived family. */
public final class DerivedFamilies {

    private DerivedFamilies() {}

    /** What follows from the contract's data. */
    public static List<ErrorFamily> of(Contract contract) {
        var prototypes = PrototypeCalls.all();
        return List.of(
                new ParameterRequirements(contract, prototypes),
                new CallerRequirements(contract, prototypes),
                new PipelineRequirements(contract, prototypes),
                new AttributeRequirements(contract, prototypes),
                new CombinedRequirements(contract, prototypes));
    }
}
