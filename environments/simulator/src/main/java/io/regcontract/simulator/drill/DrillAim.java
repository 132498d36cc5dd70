package io.regcontract.simulator.drill;

import io.regcontract.simulator.application.FeatureGroup;
import java.util.Optional;
import java.util.Set;

/**
 * Whose calls a drill waits for; what is left out may be anything.
 *
 * @param operations paths of operations; none when any will do
 * @param clientId of the calling client
 * @param person e-mail address or uuid
 */
public record DrillAim(
        Optional<FeatureGroup> group, Set<String> operations, Optional<String> clientId, Optional<String> person) {

    /** The kinds of aim, as requests name them. */
    public enum Kind {
        GROUP,
        OPERATION,
        CLIENT,
        PERSON
    }

    /** At the next call of any kind. */
    public static final DrillAim ANYONE = new DrillAim(Optional.empty(), Set.of(), Optional.empty(), Optional.empty());
}
