package io.regcontract.simulator.people;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.Applications.DefaultApplicationIdentity;
import io.regcontract.simulator.change.RefusedChangeException;
import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.store.Table;
import java.util.Optional;

/**
 * Keeps who has been brought into which application, so that it happens once: a restart neither makes anybody twice nor
 * takes back what became of them, and a reset brings the same people.
 */
public final class PeopleOfStore {

    private final Table<SettledPeople> table;
    private final Identifiers identifiers;
    private final Optional<String> password;

    /**
     * The people in a store.
     *
     * @param password that of everybody; made up when it is left out
     */
    public PeopleOfStore(Store store, Identifiers identifiers, Optional<String> password) {
        this.table = store.table("people", SettledPeople.class);
        this.identifiers = identifiers;
        this.password = password;
    }

    /**
     * Brings people into an application that was just made; the same as in one of its name before.
     *
     * @throws IllegalArgumentException when one of them cannot be
     */
    public void settle(Application application, DefaultApplicationIdentity identity) {
        var settled = table.get(application.name()).orElseGet(() -> SettledPeople.made(identifiers, password));
        var lock = application.lock().writeLock();
        lock.lock();
        try {
            new Settlement(application, identity.ownerClientId(), identity.loginClientId(), settled).perform();
        } catch (RefusedChangeException refused) {
            throw new IllegalArgumentException("the people cannot be brought into application " + application.name()
                    + ", which is in use already (" + withoutStop(refused)
                    + "); leave them out, or begin with another state file");
        } finally {
            lock.unlock();
        }
        table.put(application.name(), settled);
    }

    /**
     * Sees to it that an application that was there before has its people. Who was brought into it once is left as it
     * is.
     *
     * @throws IllegalArgumentException when one of them cannot be, or they have another password than was given
     */
    public void resume(Application application, DefaultApplicationIdentity identity) {
        var before = table.get(application.name());
        if (before.isEmpty()) {
            settle(application, identity);
        } else if (password.isPresent() && !password.get().equals(before.get().password())) {
            throw new IllegalArgumentException("the people in the state file have another password than is given now;"
                    + " leave it out, or begin with another state file");
        }
    }

    /** The people of an application that has some. */
    public People of(String application) {
        return new People(table.get(application).orElseThrow());
    }

    private static String withoutStop(RefusedChangeException refused) {
        var sentence = String.valueOf(refused.getMessage());
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
