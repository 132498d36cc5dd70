package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.flow.Flow;
import io.regcontract.simulator.operation.SelectedRecord;
import java.util.Optional;
import java.util.stream.Stream;

/** The errors that a flow raises by itself, at a step and for accounts in a state. */
final class FlowTriggers {

    private static final String ALWAYS = "always";
    private static final String SOCIAL_ONLY = "social-only";
    private static final String VERIFIED = "verified";

    private FlowTriggers() {}

    /** Raises what the flow has for everyone at a step. 540 with the trigger's message. */
    static void raise(Flow flow, String step) {
        flow.triggered(step, ALWAYS).ifPresent(FlowTriggers::raise);
    }

    /** Raises what the flow has for an account at a step. 540 with the trigger's message. */
    static void raise(Flow flow, String step, SelectedRecord account) {
        states(account)
                .flatMap(state -> flow.triggered(step, state).stream())
                .findFirst()
                .ifPresent(FlowTriggers::raise);
    }

    /** The states that an account is in; what holds for every account comes last. */
    private static Stream<String> states(SelectedRecord account) {
        return Stream.of(
                        Accounts.isSocialOnly(account) ? Optional.of(SOCIAL_ONLY) : Optional.<String>empty(),
                        Accounts.isVerified(account) ? Optional.of(VERIFIED) : Optional.<String>empty(),
                        Optional.of(ALWAYS))
                .flatMap(Optional::stream);
    }

    private static void raise(String message) {
        throw SimulatedErrorCode.TRIGGERED_ERROR
                .because("an error was triggered in the flow")
                .with("message", message);
    }
}
