package io.regcontract.simulator.schema;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;

/** The error for a path that leads to no attribute. */
public final class UnknownAttributeError {

    private UnknownAttributeError() {}

    /** The error 223 for a path, with a leading slash. */
    public static ApiErrorException at(String path) {
        return SimulatedErrorCode.UNKNOWN_ATTRIBUTE
                .because("attribute does not exist: " + path)
                .with("attribute_name", path);
    }
}
