package io.regcontract.simulator;

import io.regcontract.simulator.render.DialectRenderer;
import io.regcontract.simulator.render.DocumentedDialect;
import io.regcontract.simulator.render.ObservedDialect;

/** The dialects that the simulator can speak. */
public enum SpokenDialect {
    /** To the letter of the documentation. */
    DOCUMENTED,
    /** As the real service was recorded; what real client code is written against. */
    OBSERVED;

    DialectRenderer rendering() {
        return switch (this) {
            case DOCUMENTED -> new DocumentedDialect();
            case OBSERVED -> new ObservedDialect();
        };
    }
}
