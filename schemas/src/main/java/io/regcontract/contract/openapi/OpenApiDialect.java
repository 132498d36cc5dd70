package io.regcontract.contract.openapi;

import java.util.List;
import java.util.Locale;

/** How the described service speaks. */
public enum OpenApiDialect {

    /** To the letter of the documentation. */
    DOCUMENTED,

    /** As the real service was recorded: the errata that say how are applied, and the codes that no list has are added. */
    OBSERVED;

    /** Ids of the errata whose effects the description holds in place of what is documented. */
    List<String> errata() {
        return switch (this) {
            case DOCUMENTED -> List.of();
            case OBSERVED -> List.of("E-01", "E-02", "E-10");
        };
    }

    /** As people write it, such as {@code observed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
