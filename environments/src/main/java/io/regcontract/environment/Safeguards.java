package io.regcontract.environment;

import java.util.List;
import java.util.Optional;

/**
 * What a profile says to keep the suite out of the wrong place.
 *
 * @param hosts that may be called, in lower case
 * @param marker the setting that says that the suite may work there
 * @param budgets what one run may take
 */
public record Safeguards(List<String> hosts, Optional<Marker> marker, Budgets budgets) {

    /** A simulator needs none. */
    public static final Safeguards NONE = new Safeguards(List.of(), Optional.empty(), Budgets.NONE);

    public Safeguards {
        hosts = List.copyOf(hosts);
    }
}
