package io.regcontract.simulator.drill.application;

import io.regcontract.simulator.application.Lookup;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The application is not found any more in one way: 221 by its id, 224 on its host. */
final class ApplicationUnfindable implements Drill {

    private final DrillDescription description;
    private final Lookup way;

    private ApplicationUnfindable(DrillDescription description, Lookup way) {
        this.description = description;
        this.way = way;
    }

    static Drill byId(Set<String> operations) {
        return new ApplicationUnfindable(
                new DrillDescription(
                        "application-id-unknown",
                        221,
                        "The id of the application that the call names, in application_id or X-Application-Id, is not"
                                + " known any more.",
                        "Every call that names the id is refused until the drill is undone; calls that name none go"
                                + " on.",
                        operations,
                        aims()),
                Lookup.ID);
    }

    static Drill onHost(Set<String> operations) {
        return new ApplicationUnfindable(
                new DrillDescription(
                        "application-host-moved",
                        224,
                        "The application does not live on the host any more that the call is sent to, NAME.SUFFIX.",
                        "Every call that is sent to the host is refused until the drill is undone; calls to another"
                                + " address of the simulator go on.",
                        operations,
                        aims()),
                Lookup.HOST);
    }

    @Override
    public DrillDescription description() {
        return description;
    }

    @Override
    public boolean concerns(IncomingCall call) {
        var application = call.application();
        var suffix = application.host().substring(application.host().indexOf('.'));
        return switch (way) {
            case ID -> call.applicationId().filter(application.name()::equals).isPresent();
            case HOST -> call.host().toLowerCase(Locale.ROOT).endsWith(suffix);
        };
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var switches = call.application().switches();
        if (!switches.isFoundBy(way)) {
            return Optional.empty();
        }
        switches.findable(way, false);
        return Optional.of(() -> switches.findable(way, true));
    }

    private static Set<DrillAim.Kind> aims() {
        return EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION);
    }
}
