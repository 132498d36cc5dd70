package io.regcontract.assertion;

import io.regcontract.contract.DialectDeviations;
import java.util.List;
import java.util.Locale;

/**
 * How the service speaks that an application is tested against. A dialect is nothing but the errata and readings of the
 * contract that are accepted for it; what none of them names is judged to the letter of the documentation.
 */
public enum Dialect {

    /** To the letter of the documentation: nothing is accepted. */
    DOCUMENTED,

    /** As the real service was recorded, and as the simulator speaks that was started with this dialect. */
    OBSERVED;

    /** Ids of the errata ({@code E-nn}) and readings ({@code R-slug}) of the contract that are accepted for it. */
    public List<String> accepted() {
        return DialectDeviations.of(name().toLowerCase(Locale.ROOT));
    }
}
