package io.regcontract.environment;

import io.regcontract.contract.KindGaps;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a kind of environment is expected to lack, and why. Elsewhere not-drivable is a gap. */
public final class KindExpectations {

    private final Map<EnvironmentKind, List<MissingCapability>> byKind;

    private KindExpectations(Map<EnvironmentKind, List<MissingCapability>> byKind) {
        this.byKind = byKind;
    }

    /** What the project knows of the kinds. */
    public static KindExpectations load() {
        var byKind = new EnumMap<EnvironmentKind, List<MissingCapability>>(EnvironmentKind.class);
        for (var kind : EnvironmentKind.values()) {
            byKind.put(kind, new ArrayList<>());
        }
        byKind.forEach((kind, lacking) -> KindGaps.load()
                .of(kind.name().toLowerCase(Locale.ROOT))
                .forEach((capability, reason) ->
                        lacking.add(new MissingCapability(Capability.valueOf(capability), reason))));
        return new KindExpectations(byKind);
    }

    /** What a kind lacks, where no profile offers it; nothing when everything can be driven. */
    public List<MissingCapability> lackingIn(EnvironmentKind kind) {
        return List.copyOf(byKind.getOrDefault(kind, List.of()));
    }

    /** What its kind lacks and the profile does not offer either. */
    public List<MissingCapability> lackingIn(Profile profile) {
        return lackingIn(profile, profile.capabilities());
    }

    /**
     * The same of an environment of which it was found out what it offers.
     *
     * @param offered what the suite can do there
     */
    public List<MissingCapability> lackingIn(Profile profile, Set<Capability> offered) {
        return lackingIn(profile.kind()).stream()
                .filter(lacking -> !offered.contains(lacking.capability()))
                .toList();
    }
}
