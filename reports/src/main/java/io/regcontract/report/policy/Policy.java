package io.regcontract.report.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that people demand of a run.
 *
 * @param kinds by the name of the kind of environment
 * @param owners the first that matches a requirement answers for it
 */
public record Policy(Map<String, KindPolicy> kinds, List<Owner> owners, List<Waiver> waivers) {

    public Policy {
        kinds = Map.copyOf(kinds);
        owners = List.copyOf(owners);
        waivers = List.copyOf(waivers);
    }

    /** This policy, with the deviations that a replacement declares. They are used, and kept up to date, as waivers are. */
    public Policy with(List<Waiver> deviations) {
        return new Policy(
                kinds,
                owners,
                Stream.concat(waivers.stream(), deviations.stream()).toList());
    }

    /** A policy that lets no run pass: what there is when there is none. */
    public static Policy none() {
        return new Policy(Map.of(), List.of(), List.of());
    }

    /** Who answers for a requirement. */
    public Optional<String> ownerOf(String requirement) {
        return owners.stream()
                .filter(owner -> owner.requirement().matches(requirement))
                .map(Owner::name)
                .findFirst();
    }

    /** Who answers for what. */
    public record Owner(Glob requirement, String name) {}
}
