package io.regcontract.simulator.drill;

import io.regcontract.simulator.application.FeatureGroup;
import java.util.Optional;

/**
 * Whose calls a drill waits for; what is left out may be anything.
 *
 * @param operation path of an operation
 * @param clientId of the calling client
 * @param person e-mail address or uuid
 */
public record DrillAim(
        Optional<FeatureGroup> group, Optional<String> operation, Optional<String> clientId, Optional<String> person) {

    /** The kinds of aim, as requests name them. */
    public enum Kind {
        GROUP,
        OPERATION,
        CLIENT,
        PERSON
    }

    /** At the next call of any kind. */
    public static final DrillAim ANYONE =
            new DrillAim(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
