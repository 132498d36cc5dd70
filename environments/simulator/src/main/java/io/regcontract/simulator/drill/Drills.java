package io.regcontract.simulator.drill;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.ApplicationChange;
import io.regcontract.simulator.identity.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The drills that are armed, of all applications. */
public final class Drills {

    private final ApplicationChange changes;
    private final Identifiers identifiers;
    private final DrillListener listener;
    private final List<ArmedDrill> armed = new CopyOnWriteArrayList<>();

    /** No drill is armed at first. */
    public Drills(ApplicationChange changes, Identifiers identifiers, DrillListener listener) {
        this.changes = changes;
        this.identifiers = identifiers;
        this.listener = listener;
    }

    /** Arms a drill: it waits for its call from now on. */
    public ArmedDrill arm(Application application, Drill drill, DrillOrder order) {
        var person =
                order.aim().person().flatMap(name -> changes.look(application, () -> Person.of(application, name)));
        var arming = new ArmedDrill(identifiers.token(12), application, drill, order, person, changes, listener);
        armed.add(arming);
        listener.happened(DrillListener.Event.ARMED, arming);
        return arming;
    }

    /** The drills of an application that have not been taken away, in the order in which they were armed. */
    public List<ArmedDrill> of(Application application) {
        return armed.stream().filter(each -> each.application() == application).toList();
    }

    /** The drill of an application with that id. */
    public Optional<ArmedDrill> find(Application application, String id) {
        return of(application).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Undoes a drill and takes it away. */
    public void end(ArmedDrill drill) {
        drill.withdraw();
        armed.remove(drill);
    }

    /** Undoes all drills of all applications. */
    public void endAll() {
        armed.forEach(this::end);
    }

    /**
     * Has drills see a call before it is judged.
     *
     * @param incoming the call; asked for only when a drill is armed
     * @return the drills that have changed the application for it, to be handed to {@link #after}
     */
    public List<ArmedDrill> before(Supplier<Optional<IncomingCall>> incoming) {
        if (armed.isEmpty()) {
            return List.of();
        }
        armed.removeIf(each -> each.application().isRemoved());
        return incoming.get()
                .map(call -> armed.stream().filter(each -> each.before(call)).toList())
                .orElse(List.of());
    }

    /** Tells the drills that a call has ended. */
    public void after(List<ArmedDrill> drills) {
        drills.forEach(ArmedDrill::after);
    }
}
