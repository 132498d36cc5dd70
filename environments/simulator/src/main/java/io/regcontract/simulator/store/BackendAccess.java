package io.regcontract.simulator.store;

import io.regcontract.simulator.store.backend.LostStateException;
import io.regcontract.simulator.store.backend.StateBackend;
import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.backend.UnreachableStateException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A backend, used by one thread at a time, and whether it is there: it may be away for a while, because a database
 * restarts, or lost for good, because its file is gone or was cut short.
 */
final class BackendAccess {

    /** One thread at a time uses the backend. */
    private final Object turn = new Object();

    private final StateBackend backend;
    private final Absence absence = new Absence();
    private volatile Consumer<String> whenLost = sentence -> {};
    private volatile Optional<String> lost = Optional.empty();

    BackendAccess(StateBackend backend) {
        this.backend = backend;
    }

    /** What is said of it in sentences. */
    String name() {
        return backend.name();
    }

    /** What its tables that are looked into where they lie are reached by. */
    StateBackend backend() {
        return backend;
    }

    /** Why no work can begin, while it is away or once it is lost; a sentence without its full stop. */
    Optional<String> refusal() {
        return lost.or(absence::reason);
    }

    boolean isAway() {
        return absence.reason().isPresent();
    }

    boolean isDueForATry() {
        return absence.isDueForATry();
    }

    void onLoss(Consumer<String> listener) {
        synchronized (turn) {
            whenLost = listener;
            lost.ifPresent(listener);
        }
    }

    /** Looks whether it is still there. */
    void look() {
        synchronized (turn) {
            backend.loss().ifPresent(this::lose);
        }
    }

    /**
     * Writes past the pieces of work, and past the batches that wait.
     *
     * @throws StorageException when it cannot be written
     */
    void direct(Runnable step) {
        synchronized (turn) {
            refuseIfLost();
            try {
                step.run();
            } catch (LostStateException gone) {
                lose(String.valueOf(gone.getMessage()));
                throw new StorageException(String.valueOf(gone.getMessage()));
            } catch (RuntimeException failed) {
                reopenIfThere();
                throw new StorageException(backend.name() + " cannot be written: " + failed.getMessage());
            }
        }
    }

    /** Writes, and says why that failed; empty when it did not. */
    Optional<String> write(Runnable step) {
        try {
            synchronized (turn) {
                refuseIfLost();
                step.run();
                maintain();
            }
            return Optional.empty();
        } catch (LostStateException gone) {
            var reason = String.valueOf(gone.getMessage());
            lose(reason);
            return Optional.of(reason);
        } catch (RuntimeException failed) {
            return Optional.of(String.valueOf(failed.getMessage()));
        }
    }

    private void maintain() {
        try {
            backend.maintain();
        } catch (RuntimeException unimportant) {
            // The batch is written. What else is needed is tried again later.
            backend.reopen();
        }
    }

    /** Tries to reach a backend that was away; false while it still is. */
    boolean reaches() {
        try {
            synchronized (turn) {
                // Takes its time when no one answers: no lock is held that others wait for.
                backend.reopen();
            }
        } catch (UnreachableStateException stillAway) {
            return false;
        } catch (RuntimeException worse) {
            // Happens once more in bringBack, where it has its consequences.
        }
        return true;
    }

    /**
     * Brings memory back to what the backend has, at these places and at those that waited for it.
     *
     * @param restoring takes each of the places, while no other thread uses the backend
     * @param restored runs after the last of them, before anything else is written
     * @param afterwards runs when other threads may use the backend again
     */
    void bringBack(Set<TableKey> places, Consumer<TableKey> restoring, Runnable restored, Runnable afterwards) {
        absence.add(places);
        try {
            synchronized (turn) {
                if (lost.isPresent()) {
                    return;
                }
                backend.reopen();
                absence.places().forEach(restoring);
                restored.run();
            }
            absence.end();
            afterwards.run();
        } catch (UnreachableStateException away) {
            absence.begin(absenceOf(away));
        } catch (RuntimeException beyondRepair) {
            lose(String.valueOf(beyondRepair.getMessage()));
        }
    }

    /** From now on nothing works any more, for this reason: a sentence without its full stop. */
    void lose(String sentence) {
        synchronized (turn) {
            if (lost.isEmpty()) {
                lost = Optional.of(sentence);
                whenLost.accept(sentence);
            }
        }
    }

    void close() {
        synchronized (turn) {
            backend.close();
        }
    }

    private void reopenIfThere() {
        try {
            backend.reopen();
        } catch (UnreachableStateException away) {
            absence.begin(absenceOf(away));
        } catch (LostStateException gone) {
            lose(String.valueOf(gone.getMessage()));
        }
    }

    private String absenceOf(UnreachableStateException away) {
        return backend.name() + " cannot be reached: " + away.getMessage();
    }

    private void refuseIfLost() {
        lost.ifPresent(sentence -> {
            throw new StorageException(sentence);
        });
    }
}
