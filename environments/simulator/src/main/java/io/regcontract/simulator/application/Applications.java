package io.regcontract.simulator.application;

import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.client.Clients;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.record.Passwords;
import io.regcontract.simulator.record.SearchSettings;
import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.store.Table;
import io.regcontract.simulator.token.TokenTables;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** All applications of the process. One of them is the default one and is always there. */
public final class Applications {

    /** A name is the first label of a host. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?");

    private final Map<String, Application> applications = new ConcurrentSkipListMap<>();
    private final Store store;
    private final Clock clock;
    private final Identifiers identifiers;
    private final Passwords passwords;
    private final String suffix;
    private final Table<ApplicationState> states;
    private final Table<Client> clients;
    private final Table<DefaultApplicationIdentity> foundings;
    private final TokenTables tokens;
    private final SearchSettings search;
    private final DefaultApplicationIdentity founding;
    private final Optional<Quota.Limit> quota;
    private final BiConsumer<Application, DefaultApplicationIdentity> settling;
    private final Consumer<Application> furnishing;
    /** Held while the default application is made anew. */
    private final Object reset = new Object();

    /** The default application and its clients, as they are when the process starts and after a reset. */
    public record DefaultApplicationIdentity(
            String name, String ownerClientId, String ownerClientSecret, String loginClientId) {}

    /** An application that was just made, with what is needed to use it. */
    public record CreatedApplication(
            Application application, String ownerClientId, String ownerClientSecret, String loginClientId) {}

    /**
     * The applications in the store, and the default one among them.
     *
     * @param search how records are searched, unless an application is told otherwise
     * @param furnishing gives every new application what else it begins with
     * @param settling gives the default application what else it begins with, each time it is made
     * @throws IllegalArgumentException when owner and login client of the default application have one id, or another
     *     application has a client of that id
     */
    public Applications(
            Store store,
            Clock clock,
            Identifiers identifiers,
            Passwords passwords,
            String suffix,
            SearchSettings search,
            DefaultApplicationRequest wish,
            Consumer<Application> furnishing,
            BiConsumer<Application, DefaultApplicationIdentity> settling) {
        this.store = store;
        this.clock = clock;
        this.identifiers = identifiers;
        this.passwords = passwords;
        this.suffix = suffix;
        this.search = search;
        this.quota = wish.quota();
        this.furnishing = furnishing;
        this.settling = settling;
        this.states = store.table("applications", ApplicationState.class);
        this.clients = store.table("clients", Client.class);
        this.foundings = store.table("foundings", DefaultApplicationIdentity.class);
        this.tokens = new TokenTables(store);
        var earlier = foundings.get(wish.name());
        this.founding = wish.completed(earlier, this::newIdentifier);
        for (var state : states.values()) {
            var application = application(state.name());
            // Every record is read now, so that a damaged one is found here and not by a caller.
            application.entityTypes().all().forEach(type -> application
                    .entityTypes()
                    .records(type.name()));
            applications.put(state.name(), application);
        }
        if (applications.containsKey(founding.name())) {
            admit(earlier);
            limit();
        } else {
            found();
        }
        store.commit();
    }

    /** The default application and its clients. */
    public DefaultApplicationIdentity founding() {
        return founding;
    }

    /** Whether a text can be the name of an application. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The part of host names under which applications live. */
    public String suffix() {
        return suffix;
    }

    /** The clock of the process. */
    public Clock clock() {
        return clock;
    }

    /** The default application. During a reset, waits for the new one. */
    public Application defaultApplication() {
        return find(founding.name()).orElseGet(() -> {
            synchronized (reset) {
                return applications.get(founding.name());
            }
        });
    }

    /** All applications, by their names in alphabetic order. */
    public List<Application> all() {
        return List.copyOf(applications.values());
    }

    /** The application of that name. */
    public Optional<Application> find(String name) {
        return Optional.ofNullable(applications.get(name));
    }

    /** The application that lives on a host, {@code NAME[.REGION].SUFFIX}; host names know no case. */
    public Optional<Application> onHost(String host) {
        var wanted = withoutRegion(host.toLowerCase(Locale.ROOT));
        return applications.values().stream()
                .filter(application -> application.host().equals(wanted))
                .findFirst();
    }

    private String withoutRegion(String host) {
        var end = "." + suffix.toLowerCase(Locale.ROOT);
        var labels = host.endsWith(end)
                ? host.substring(0, host.length() - end.length()).split("\\.", -1)
                : new String[0];
        return labels.length == 2 ? labels[0] + end : host;
    }

    /** The application a client belongs to. */
    public Optional<Application> ofClient(String clientId) {
        return clients.get(clientId).flatMap(client -> find(client.application()));
    }

    /** The application that issued a token or code. */
    public Optional<Application> ofToken(String tokenOrCode) {
        return tokens.applicationOf(tokenOrCode).flatMap(this::find);
    }

    /**
     * Makes an application; without a name it gets one.
     *
     * @return empty when the name, or the host it means, is taken
     */
    public synchronized Optional<CreatedApplication> create(Optional<String> wanted) {
        var name = wanted.orElseGet(() -> "app-" + identifiers.token(12));
        if (applications.containsKey(name) || onHost(hostOf(name)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                create(new DefaultApplicationIdentity(name, newIdentifier(), newIdentifier(), newIdentifier())));
    }

    /**
     * Deletes an application with everything it has, after the calls under way in it have ended. Later calls find it
     * gone.
     *
     * @return false when it was gone already
     */
    public boolean delete(Application application) {
        var lock = application.lock().writeLock();
        lock.lock();
        try {
            return !application.isRemoved() && forget(application);
        } finally {
            lock.unlock();
        }
    }

    private synchronized boolean forget(Application application) {
        applications.remove(application.name());
        tokens.forget(application.name());
        application.forget();
        return true;
    }

    /** Brings back applications that a failed call deleted, and removes those that it created. */
    public synchronized void reconcile() {
        applications.keySet().retainAll(Set.copyOf(states.keys()));
        states.keys().forEach(name -> applications.computeIfAbsent(name, this::application));
    }

    /** Begins anew with what is in the store: some of it has been taken back. Nothing else is under way. */
    public void refresh() {
        applications.clear();
        states.values().forEach(state -> applications.put(state.name(), application(state.name())));
    }

    /** Deletes all applications and creates the default one anew. */
    public void reset() {
        synchronized (reset) {
            all().forEach(this::delete);
            found();
        }
    }

    private String newIdentifier() {
        return identifiers.token(Clients.LENGTH);
    }

    private void found() {
        settling.accept(create(founding).application(), founding);
        foundings.put(founding.name(), founding);
        limit();
    }

    private void limit() {
        if (quota.isPresent()) {
            defaultApplication().switches().limit(quota);
        }
    }

    /**
     * Adds the clients that are named now and were not when the default application was created; a new owner secret
     * replaces the old one. Everything else stays as the application has changed it since.
     */
    private void admit(Optional<DefaultApplicationIdentity> earlier) {
        var members = defaultApplication().clients();
        if (earlier.map(DefaultApplicationIdentity::ownerClientId)
                .filter(founding.ownerClientId()::equals)
                .isEmpty()) {
            members.addIfNew(founding.ownerClientId(), founding.ownerClientSecret(), "owner", Feature.OWNER);
        } else if (earlier.map(DefaultApplicationIdentity::ownerClientSecret)
                .filter(founding.ownerClientSecret()::equals)
                .isEmpty()) {
            members.find(founding.ownerClientId())
                    .ifPresent(
                            owner -> members.change(owner.withSecret(founding.ownerClientSecret(), Optional.empty())));
        }
        if (earlier.map(DefaultApplicationIdentity::loginClientId)
                .filter(founding.loginClientId()::equals)
                .isEmpty()) {
            members.addIfNew(founding.loginClientId(), newIdentifier(), "login", Feature.LOGIN_CLIENT);
        }
        foundings.put(founding.name(), founding);
    }

    private synchronized CreatedApplication create(DefaultApplicationIdentity wish) {
        states.put(wish.name(), ApplicationState.of(wish.name()));
        var application = application(wish.name());
        ApplicationDefaults.furnish(
                application,
                new ApplicationDefaults.Credentials(
                        wish.ownerClientId(), wish.ownerClientSecret(), wish.loginClientId()));
        furnishing.accept(application);
        applications.put(wish.name(), application);
        return new CreatedApplication(
                application, wish.ownerClientId(), wish.ownerClientSecret(), wish.loginClientId());
    }

    private Application application(String name) {
        return new Application(
                name, hostOf(name), clock, store, states, clients, tokens, identifiers, passwords, search);
    }

    private String hostOf(String name) {
        return (name + "." + suffix).toLowerCase(Locale.ROOT);
    }
}
