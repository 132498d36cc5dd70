package io.regcontract.simulator.drill;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.ApplicationChange;
import io.regcontract.simulator.transportfault.FaultOfCall;
import java.util.Optional;

/**
 * A drill that was asked for: it waits for its call, changes the application when that comes, and undoes the change
 * after the last one.
 */
public final class ArmedDrill {

    /** What has become of it. */
    public enum State {
        /** The call that it waits for has not come. */
        WAITING,
        /** The application is changed. */
        CHANGED,
        /** All is as before. */
        ENDED
    }

    /** What a call has to do with it. */
    private enum Concern {
        NONE,
        /** It is aimed at the call, which does not have what it changes. */
        AIMED_AT,
        FULL
    }

    private final String id;
    private final Application application;
    private final Drill drill;
    private final DrillOrder order;
    private final Optional<Person> person;
    private final ApplicationChange changes;
    private final DrillListener listener;
    private State state = State.WAITING;
    private Undo undo = () -> {};
    /** Somebody has undone it, which is sooner than its last call for an answer that is held back. */
    private volatile boolean isWithdrawn;

    private long matched;
    private long passedOver;
    private Optional<String> changedFor = Optional.empty();
    private long calls;

    ArmedDrill(
            String id,
            Application application,
            Drill drill,
            DrillOrder order,
            Optional<Person> person,
            ApplicationChange changes,
            DrillListener listener) {
        this.id = id;
        this.application = application;
        this.drill = drill;
        this.order = order;
        this.person = person;
        this.changes = changes;
        this.listener = listener;
    }

    /** Names it among those of its application. */
    public String id() {
        return id;
    }

    /** What it does. */
    public DrillDescription description() {
        return drill.description();
    }

    /** What was asked for. */
    public DrillOrder order() {
        return order;
    }

    /** The application that it changes. */
    public Application application() {
        return application;
    }

    /** What has become of it. */
    public synchronized State state() {
        return state;
    }

    /** What befalls the calls on their way for which it has changed the application. */
    public Optional<FaultOfCall> fault() {
        return drill.fault().map(fault -> new FaultOfCall(fault, () -> isWithdrawn));
    }

    /** How many calls that match have come. */
    public synchronized long matched() {
        return matched;
    }

    /** How many calls have come that it was aimed at and that offered nothing to change. */
    public synchronized long passedOver() {
        return passedOver;
    }

    /**
     * Counts a call that has come in, and changes the application when it is the one that is waited for.
     *
     * @return whether the application is changed while this call goes on
     */
    synchronized boolean before(IncomingCall call) {
        if (state == State.ENDED || !isForApplication(call) || !matches(call)) {
            return false;
        }
        var concerned = changes.look(application, () -> concern(call)).orElse(Concern.NONE);
        if (concerned != Concern.FULL) {
            passedOver += concerned == Concern.AIMED_AT ? 1 : 0;
            return false;
        }
        if (state == State.WAITING && matched + 1 >= order.from()) {
            var undoing = changes.perform(application, () -> drill.change(call, order.aim()));
            if (undoing.isEmpty() || undoing.get().isEmpty()) {
                passedOver++;
                return false;
            }
            undo = undoing.get().get();
            changedFor = call.clientId();
            state = State.CHANGED;
            listener.happened(DrillListener.Event.CHANGED, this);
        }
        matched++;
        if (state == State.CHANGED) {
            calls++;
        }
        return state == State.CHANGED;
    }

    /** Undoes the change when the call that has ended was the last one. */
    synchronized void after() {
        if (order.times().isPresent() && calls >= order.times().getAsInt()) {
            end();
        }
    }

    /** Undoes the change because somebody wants it so. */
    void withdraw() {
        isWithdrawn = true;
        end();
    }

    /** Undoes the change if there is one. Nothing happens when it has ended. */
    private synchronized void end() {
        if (state == State.ENDED) {
            return;
        }
        if (state == State.CHANGED) {
            changes.perform(application, () -> {
                undo.undo();
                return Optional.empty();
            });
        }
        state = State.ENDED;
        listener.happened(DrillListener.Event.UNDONE, this);
    }

    /** The calls of a client that is gone cannot tell which application they are for; the drill knows. */
    private boolean isForApplication(IncomingCall call) {
        return call.application() == application
                || (state == State.CHANGED
                        && call.clientId().isPresent()
                        && call.clientId().equals(changedFor)
                        && application.clients().find(changedFor.get()).isEmpty());
    }

    private Concern concern(IncomingCall call) {
        if (!person.map(somebody -> somebody.isMeantBy(call)).orElse(true)) {
            return Concern.NONE;
        }
        return drill.concerns(call) ? Concern.FULL : Concern.AIMED_AT;
    }

    private boolean matches(IncomingCall call) {
        var aim = order.aim();
        var operation = call.operation();
        return drill.description().operations().contains(operation.path())
                && (aim.operations().isEmpty() || aim.operations().contains(operation.path()))
                && aim.group().map(group -> group == operation.group()).orElse(true)
                && aim.clientId()
                        .map(id -> call.actingClientId().filter(id::equals).isPresent())
                        .orElse(true);
    }
}
