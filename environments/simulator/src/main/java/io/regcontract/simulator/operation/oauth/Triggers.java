package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.flow.Flow;
import io.regcontract.simulator.operation.Selection;
import java.util.Optional;

/** The errors that a flow raises by itself, at a step and for accounts in a state. */
final class Triggers {

    private static final String ALWAYS = "always";
    private static final String SOCIAL_ONLY = "social-only";

    private Triggers() {}

    /** Raises what the flow has for everyone at a step. 540 with the trigger's message. */
    static void raise(Flow flow, String step) {
        flow.triggered(step, ALWAYS).ifPresent(Triggers::raise);
    }

    /** Raises what the flow has for an account at a step. 540 with the trigger's message. */
    static void raise(Flow flow, String step, Selection account) {
        var special = Accounts.isSocialOnly(account) ? flow.triggered(step, SOCIAL_ONLY) : Optional.<String>empty();
        special.or(() -> flow.triggered(step, ALWAYS)).ifPresent(Triggers::raise);
    }

    private static void raise(String message) {
        throw ErrorCode.TRIGGERED_ERROR
                .because("an error was triggered in the flow")
                .with("message", message);
    }
}
