package io.regcontract.simulator.drill.catalogue;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillOperations;
import io.regcontract.simulator.drill.application.ApplicationDrills;
import io.regcontract.simulator.drill.availability.AvailabilityDrills;
import io.regcontract.simulator.drill.client.ClientDrills;
import io.regcontract.simulator.drill.flow.FlowDrills;
import io.regcontract.simulator.drill.record.RecordDrills;
import io.regcontract.simulator.drill.schema.SchemaDrills;
import io.regcontract.simulator.drill.signin.SignInDrills;
import io.regcontract.simulator.drill.token.TokenDrills;
import io.regcontract.simulator.drill.transport.TransportDrills;
import io.regcontract.simulator.operation.Operations;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** All drills that there are: those of the areas, each of which lists its own. */
public final class DrillCatalogue {

    private final List<Drill> drills;
    private final DrillOperations paths;

    /** @param operations those of the API: each drill names the ones at which it can show */
    public DrillCatalogue(Operations operations) {
        paths = new DrillOperations(operations);
        drills = Stream.of(
                        SignInDrills.all(paths),
                        ApplicationDrills.all(paths),
                        ClientDrills.all(paths),
                        TokenDrills.all(paths),
                        RecordDrills.all(paths),
                        SchemaDrills.all(paths),
                        FlowDrills.all(paths),
                        AvailabilityDrills.all(paths),
                        TransportDrills.all(paths))
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(
                        (Drill each) -> each.description().code().orElse(Integer.MAX_VALUE)))
                .toList();
    }

    /**
     * All of them, by code, those without one last; those of one code are in the order of their area, the plainest
     * first.
     */
    public List<Drill> all() {
        return drills;
    }

    /** The paths of the operations of a group. */
    public Set<String> pathsIn(FeatureGroup group) {
        return paths.where(operation -> operation.group() == group);
    }

    /** The drill of that name. */
    public Optional<Drill> named(String name) {
        return drills.stream()
                .filter(each -> each.description().name().equals(name))
                .findFirst();
    }

    /** The drills that lead to a code, the plainest first. */
    public List<Drill> leadingTo(int code) {
        return drills.stream()
                .filter(each -> each.description().code().equals(OptionalInt.of(code)))
                .toList();
    }
}
