package io.regcontract.simulator.application;

import io.regcontract.simulator.client.AccessSchema;
import io.regcontract.simulator.client.AccessSchemas;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.client.Clients;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.flow.Flow;
import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.record.Passwords;
import io.regcontract.simulator.record.SearchSettings;
import io.regcontract.simulator.setting.PublishedSettings;
import io.regcontract.simulator.setting.PublishedSettingsVersions;
import io.regcontract.simulator.setting.SettingValues;
import io.regcontract.simulator.setting.Settings;
import io.regcontract.simulator.store.StorageHealth;
import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.store.Table;
import io.regcontract.simulator.token.ApplicationTokens;
import io.regcontract.simulator.token.TokenTables;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * One application with all that belongs to it. Operations run under its lock, so that no operation sees state that
 * another one is changing.
 */
public final class Application {

    private final String name;
    private final String host;
    private final Clock clock;
    private final Identifiers identifiers;
    private final Passwords passwords;
    private final ApplicationTables tables;
    private final ApplicationSwitches switches;
    private final EntityTypes entityTypes;
    private final Table<Flow> flows;
    private final Clients clients;
    private final Settings settings;
    private final ApplicationTokens tokens;
    private final AccessSchemas accessSchemas;
    private final PublishedSettingsVersions publications;
    private final Outbox outbox;
    private final SocialIdentities socialIdentities;
    private final LogInAttempts logInAttempts;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean removed;
    /** Changed and read under the lock for writing only. */
    private boolean keepsLastUpdated;
    /** Changed under the lock for writing only, so that no call sees it. */
    private volatile boolean changedFromOutside;

    Application(
            String name,
            String host,
            Clock clock,
            Store store,
            Table<ApplicationState> states,
            Table<Client> allClients,
            TokenTables tokenTables,
            Identifiers identifiers,
            Passwords passwords,
            SearchSettings search) {
        this.name = name;
        this.host = host;
        this.clock = clock;
        this.identifiers = identifiers;
        this.passwords = passwords;
        this.tables = new ApplicationTables(store, name);
        this.switches = new ApplicationSwitches(name, states, tables.lasting("counted calls", Instant.class));
        this.entityTypes = new EntityTypes(
                tables,
                identifiers,
                passwords,
                this::now,
                new SearchSettings(() -> switches.searchLag().orElseGet(search.lag()), search.indexed()),
                this::storage,
                () -> keepsLastUpdated);
        this.flows = tables.table("flows", Flow.class);
        this.clients = new Clients(name, allClients, identifiers);
        this.settings = new Settings(tables.table("settings", SettingValues.class));
        this.accessSchemas = new AccessSchemas(tables.table("access schemas", AccessSchema.class));
        this.publications =
                new PublishedSettingsVersions(tables.table("published settings", PublishedSettings.class), settings);
        this.outbox = new Outbox(tables.table("mails", Mail.class));
        this.socialIdentities =
                new SocialIdentities(tables.lasting("social identities", SocialIdentity.class), identifiers);
        this.tokens = new ApplicationTokens(name, tokenTables, identifiers, this::now);
        this.logInAttempts = new LogInAttempts(tables.lasting("attempts", LogInAttempts.Recent.class));
    }

    /** The name, which is the application's id too. */
    public String name() {
        return name;
    }

    /** The host under which the application lives, in lower case. */
    public String host() {
        return host;
    }

    /** The time by the application's clock. */
    public Instant now() {
        return clock.instant().plus(switches.ahead());
    }

    /** The lock under which operations run: shared by those that read, held alone by those that write. */
    public ReadWriteLock lock() {
        return lock;
    }

    /** What the control plane changes: clock, maintenance, storage and quota. */
    public ApplicationSwitches switches() {
        return switches;
    }

    /** The entity types and their records. */
    public EntityTypes entityTypes() {
        return entityTypes;
    }

    /** The API clients. */
    public Clients clients() {
        return clients;
    }

    /** The settings of the application and of its clients, as they are now. */
    public Settings settings() {
        return settings;
    }

    /** The settings as they were published. */
    public PublishedSettingsVersions publications() {
        return publications;
    }

    /** Access tokens, refresh tokens and codes. */
    public ApplicationTokens tokens() {
        return tokens;
    }

    /** Which attributes each client may read and write. */
    public AccessSchemas accessSchemas() {
        return accessSchemas;
    }

    /** The mails that would have been sent. */
    public Outbox outbox() {
        return outbox;
    }

    /** The people who signed in at a social identity provider. */
    public SocialIdentities socialIdentities() {
        return socialIdentities;
    }

    /** The failed log-ins, which are limited. */
    public LogInAttempts logInAttempts() {
        return logInAttempts;
    }

    /** Hashes and compares passwords. */
    public Passwords passwords() {
        return passwords;
    }

    /** A new random uuid. */
    public String newUuid() {
        return identifiers.uuid();
    }

    /** The flow with that name. */
    public Optional<Flow> flow(String flowName) {
        return flows.get(flowName);
    }

    /** Installs a flow, over one of the same name if there is one. */
    public void install(Flow flow) {
        flows.put(flow.name(), flow);
    }

    /** Names of all flows, in alphabetic order. */
    public List<String> flowNames() {
        return List.copyOf(flows.keys());
    }

    /** Takes a flow away, whether or not a setting names it. */
    public void removeFlow(String flowName) {
        flows.remove(flowName);
    }

    /**
     * Whether the application has been deleted. A call that has waited for its lock asks first: what is written for a
     * deleted application would bring a part of it back.
     */
    public boolean isRemoved() {
        return removed;
    }

    /**
     * Performs what a client writes, under the lock for writing. The writes of a client with the feature {@code
     * metadata} leave {@code lastUpdated} as it was.
     */
    public <T> T writtenBy(Optional<Client> client, Supplier<T> change) {
        keepsLastUpdated = client.filter(known -> known.features().contains(Feature.METADATA))
                .isPresent();
        try {
            return change.get();
        } finally {
            keepsLastUpdated = false;
        }
    }

    /**
     * Performs a change that is no call of the API, under the lock for writing. It reads and writes records whatever
     * the health of their storage is for calls.
     */
    <T> T changedFromOutside(Supplier<T> change) {
        changedFromOutside = true;
        try {
            return change.get();
        } finally {
            changedFromOutside = false;
        }
    }

    private StorageHealth storage() {
        return changedFromOutside ? StorageHealth.SOUND : switches.storage();
    }

    /** Forgets what was derived from values that have been taken back. The caller holds the lock. */
    public void refresh() {
        entityTypes.refresh();
    }

    /** Takes everything that belongs to this application out of the store. The caller holds its lock. */
    void forget() {
        removed = true;
        entityTypes.dropRecords();
        tables.drop();
        clients.all().forEach(clients::delete);
        switches.forget();
    }
}
