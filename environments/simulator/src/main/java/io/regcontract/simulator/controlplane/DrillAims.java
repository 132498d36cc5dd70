package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.ApplicationChange;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.Person;
import io.regcontract.simulator.drill.catalogue.DrillCatalogue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads whose calls a drill is to wait for, and refuses what could never come. */
final class DrillAims {

    private final DrillCatalogue catalogue;
    private final ApplicationChange changes;

    DrillAims(DrillCatalogue catalogue, ApplicationChange changes) {
        this.catalogue = catalogue;
        this.changes = changes;
    }

    /**
     * The aim that a request names.
     *
     * @throws ControlPlaneException 400 for an aim that the drill does not have, or that no call can meet
     */
    DrillAim read(ControlRequest request, Application application, Drill drill) {
        var aim = new DrillAim(
                optional(request, "group").map(DrillAims::group),
                operations(request),
                optional(request, "client"),
                optional(request, "person"));
        var description = drill.description();
        refuseUndeclared(description, aim);
        aim.operations().forEach(path -> refuseUnlessShownAt(description, path));
        aim.group().ifPresent(group -> refuseUnlessShownIn(description, group, aim.operations()));
        aim.clientId().filter(id -> application.clients().find(id).isEmpty()).ifPresent(id -> {
            throw new ControlPlaneException(
                    400,
                    "The application " + application.name() + " has no client " + id
                            + "; \"client\" is the id of a client.");
        });
        if (!drill.canAimAtStranger()) {
            aim.person().ifPresent(person -> refuseUnlessKnown(application, person));
        }
        return aim;
    }

    /** The name of a kind of aim in requests and answers. */
    static String lower(DrillAim.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void refuseUndeclared(DrillDescription drill, DrillAim aim) {
        var aimed = EnumSet.noneOf(DrillAim.Kind.class);
        aim.group().ifPresent(unused -> aimed.add(DrillAim.Kind.GROUP));
        if (!aim.operations().isEmpty()) {
            aimed.add(DrillAim.Kind.OPERATION);
        }
        aim.clientId().ifPresent(unused -> aimed.add(DrillAim.Kind.CLIENT));
        aim.person().ifPresent(unused -> aimed.add(DrillAim.Kind.PERSON));
        aimed.removeAll(drill.aims());
        if (!aimed.isEmpty()) {
            throw new ControlPlaneException(
                    400,
                    "The drill " + drill.name() + " cannot be aimed at " + withArticle(aimed)
                            + ", since what it changes is shared; leave that out or aim at: "
                            + drill.aims().stream().map(DrillAims::lower).toList() + ".");
        }
    }

    private static String withArticle(Set<DrillAim.Kind> aimed) {
        var kind = lower(aimed.iterator().next());
        return (kind.startsWith("o") ? "an " : "a ") + kind;
    }

    private static void refuseUnlessShownAt(DrillDescription drill, String path) {
        if (!drill.operations().contains(path)) {
            throw new ControlPlaneException(
                    400,
                    "The drill " + drill.name() + " cannot show at " + path
                            + "; GET .../drills lists the operations of each.");
        }
    }

    private void refuseUnlessShownIn(DrillDescription drill, FeatureGroup group, Set<String> operations) {
        var paths = operations.isEmpty() ? drill.operations() : operations;
        if (Collections.disjoint(paths, catalogue.pathsIn(group))) {
            throw new ControlPlaneException(
                    400,
                    "The drill " + drill.name() + " cannot show"
                            + (operations.isEmpty() ? "" : " at " + String.join(", ", operations)) + " in the group "
                            + group.publicName() + ".");
        }
    }

    private void refuseUnlessKnown(Application application, String person) {
        if (changes.look(application, () -> Person.record(application, person).isPresent())
                .filter(known -> !known)
                .isPresent()) {
            throw new ControlPlaneException(
                    400,
                    "No record of the application " + application.name()
                            + " has that uuid, or that address in its attribute email; \"person\" is one of them.");
        }
    }

    /** One in {@code operation}, or several in {@code operations}. */
    private static Set<String> operations(ControlRequest request) {
        var paths = new TreeSet<>(request.texts("operations"));
        optional(request, "operation").ifPresent(paths::add);
        return paths;
    }

    private static FeatureGroup group(String name) {
        return FeatureGroup.named(name)
                .orElseThrow(() -> new ControlPlaneException(
                        400,
                        "\"group\" can be one of "
                                + Arrays.stream(FeatureGroup.values())
                                        .map(FeatureGroup::publicName)
                                        .toList() + "."));
    }

    private static Optional<String> optional(ControlRequest request, String key) {
        return request.has(key) ? Optional.of(request.text(key)) : Optional.empty();
    }
}
