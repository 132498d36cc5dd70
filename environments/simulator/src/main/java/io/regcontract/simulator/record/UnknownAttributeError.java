package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;

/** The refusal of a path that leads to no attribute. */
final class UnknownAttributeError {

    private UnknownAttributeError() {}

    static ApiErrorException at(String path) {
        return SimulatedErrorCode.UNKNOWN_ATTRIBUTE
                .because("attribute does not exist: " + path)
                .with("attribute_name", path);
    }
}
