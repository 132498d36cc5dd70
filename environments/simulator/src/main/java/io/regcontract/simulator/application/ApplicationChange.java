package io.regcontract.simulator.application;

import io.regcontract.simulator.store.Store;
import java.util.Optional;
import java.util.function.Supplier;

/** Changes applications from outside of any call: alone, under the application's lock, all of a change or nothing. */
public final class ApplicationChange {

    private final Store store;

    /** @param store that of the applications */
    public ApplicationChange(Store store) {
        this.store = store;
    }

    /**
     * Performs a change as a piece of work of its own, and waits until it is kept.
     *
     * @return empty when the application had been deleted, so that nothing was changed
     */
    public <T> Optional<T> perform(Application application, Supplier<T> change) {
        Optional<T> result;
        Store.PendingCommit keeping;
        var work = store.begin();
        try {
            result = within(application, change);
            keeping = store.beginCommit();
        } finally {
            work.close();
        }
        keeping.await();
        return result;
    }

    /**
     * Looks at an application, alone under its lock.
     *
     * @return empty when the application had been deleted
     */
    public <T> Optional<T> look(Application application, Supplier<T> question) {
        var lock = application.lock().writeLock();
        lock.lock();
        try {
            return application.isRemoved() ? Optional.empty() : Optional.of(application.changedFromOutside(question));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Performs a change within a piece of work that is under way.
     *
     * @return empty when the application had been deleted, so that nothing was changed
     */
    public <T> Optional<T> within(Application application, Supplier<T> change) {
        var lock = application.lock().writeLock();
        lock.lock();
        try {
            if (application.isRemoved()) {
                return Optional.empty();
            }
            var result = application.changedFromOutside(change);
            store.beginCommit();
            return Optional.of(result);
        } catch (RuntimeException | Error failed) {
            if (store.undo()) {
                application.refresh();
            }
            throw failed;
        } finally {
            lock.unlock();
        }
    }
}
