package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.error.Refusal;

/** The refusal of a path that leads to no attribute. */
final class UnknownAttribute {

    private UnknownAttribute() {}

    static Refusal at(String path) {
        return ErrorCode.UNKNOWN_ATTRIBUTE
                .because("attribute does not exist: " + path)
                .with("attribute_name", path);
    }
}
