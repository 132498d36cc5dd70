package io.regcontract.simulator.schema;

import io.regcontract.simulator.error.SimulatedErrorCode;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** What can be set about the passwords of an entity type. */
public final class PasswordSettings {

    /** The most passwords that can be remembered, the present one counted. */
    public static final int LONGEST_HISTORY = 10;

    private PasswordSettings() {}

    /**
     * Reads {@code {"historySize": n}}; null and 0 switch history off.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 200 for anything else
     */
    public static OptionalInt historySize(JsonNode settings) {
        var size = settings.path("historySize");
        if (!settings.isObject() || size.isMissingNode() || settings.size() != 1) {
            throw invalid("must be a JSON object with the key historySize");
        }
        if (size.isNull()) {
            return OptionalInt.empty();
        }
        if (!size.isInt() || size.intValue() < 0 || size.intValue() > LONGEST_HISTORY) {
            throw invalid("historySize must be a whole number from 0 to " + LONGEST_HISTORY + ", or null");
        }
        return size.intValue() == 0 ? OptionalInt.empty() : OptionalInt.of(size.intValue());
    }

    private static RuntimeException invalid(String reason) {
        return SimulatedErrorCode.INVALID_ARGUMENT
                .because("settings was not valid for the following reason: " + reason)
                .with("argument_name", "settings");
    }
}
