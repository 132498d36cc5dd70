package io.regcontract.simulator.application;

import io.regcontract.simulator.client.AccessSchema;
import io.regcontract.simulator.client.AccessSchemas;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.client.Clients;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.flow.Flow;
import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.record.Passwords;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.RecordVersions;
import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.setting.PublishedSettings;
import io.regcontract.simulator.setting.PublishedSettingsVersions;
import io.regcontract.simulator.setting.SettingValues;
import io.regcontract.simulator.setting.Settings;
import io.regcontract.simulator.store.FaultyTable;
import io.regcontract.simulator.store.StorageHealth;
import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.store.Table;
import io.regcontract.simulator.token.ApplicationTokens;
import io.regcontract.simulator.token.TokenTables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * One application with all that belongs to it. Operations run under its lock, so that each sees a world that no other one
 * is changing.
 */
public final class Application {

    private static final List<String> KINDS = List.of(
            "types",
            "flows",
            "counters",
            "counted calls",
            "attempts",
            "settings",
            "access schemas",
            "published settings",
            "mails",
            "social identities",
            "type versions");

    private final String name;
    private final String host;
    private final Clock clock;
    private final Store store;
    private final Identifiers identifiers;
    private final Passwords passwords;
    private final Duration searchLag;
    private final Table<ApplicationState> states;
    private final Table<EntityType> types;
    private final Table<Flow> flows;
    private final Table<Long> counters;
    private final Clients clients;
    private final Settings settings;
    private final ApplicationTokens tokens;
    private final AccessSchemas accessSchemas;
    private final PublishedSettingsVersions publications;
    private final Outbox outbox;
    private final SocialIdentities socialIdentities;
    private final TypeVersions typeVersions;
    private final Quota quota;
    private final LogInAttempts logInAttempts;
    private final Map<String, RecordRepository> books = new HashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean removed;
    /** Changed and read under the lock for writing only. */
    private boolean keepsLastUpdated;

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
            Duration searchLag) {
        this.name = name;
        this.host = host;
        this.clock = clock;
        this.store = store;
        this.states = states;
        this.identifiers = identifiers;
        this.passwords = passwords;
        this.searchLag = searchLag;
        this.types = store.table(tableName("types"), EntityType.class);
        this.flows = store.table(tableName("flows"), Flow.class);
        this.counters = store.table(tableName("counters"), Long.class);
        this.clients = new Clients(name, allClients, identifiers);
        this.settings = new Settings(store.table(tableName("settings"), SettingValues.class));
        this.accessSchemas = new AccessSchemas(store.table(tableName("access schemas"), AccessSchema.class));
        this.publications = new PublishedSettingsVersions(
                store.table(tableName("published settings"), PublishedSettings.class), settings);
        this.outbox = new Outbox(store.table(tableName("mails"), Mail.class));
        this.socialIdentities =
                new SocialIdentities(store.lasting(tableName("social identities"), SocialIdentity.class), identifiers);
        this.typeVersions = new TypeVersions(store.table(tableName("type versions"), TypeVersions.Past.class));
        this.tokens = new ApplicationTokens(name, tokenTables, identifiers, this::now);
        this.logInAttempts = new LogInAttempts(store.lasting(tableName("attempts"), LogInAttempts.Recent.class));
        this.quota = new Quota(store.lasting(tableName("counted calls"), Instant.class), state().limit());
    }

    /** The name, which is the application's id too. */
    public String name() {
        return name;
    }

    /** The host under which the application lives. */
    public String host() {
        return host;
    }

    /** The time in this application's world. */
    public Instant now() {
        return clock.instant().plus(state().ahead());
    }

    public Clients clients() {
        return clients;
    }

    public Settings settings() {
        return settings;
    }

    public ApplicationTokens tokens() {
        return tokens;
    }

    public AccessSchemas accessSchemas() {
        return accessSchemas;
    }

    public PublishedSettingsVersions publications() {
        return publications;
    }

    public Outbox outbox() {
        return outbox;
    }

    public SocialIdentities socialIdentities() {
        return socialIdentities;
    }

    /** What entity types were at earlier times. */
    public TypeVersions typeVersions() {
        return typeVersions;
    }

    public Quota quota() {
        return quota;
    }

    public LogInAttempts logInAttempts() {
        return logInAttempts;
    }

    public ReadWriteLock lock() {
        return lock;
    }

    /**
     * Whether it has been taken out of the world. Who has waited for its lock asks first: what is written for an
     * application that is gone would bring a part of it back.
     */
    public boolean isRemoved() {
        return removed;
    }

    public Passwords passwords() {
        return passwords;
    }

    /** Moves the application's clock on; a negative span moves it back. */
    public void advance(Duration span) {
        states.put(name, state().advanced(span));
    }

    /** A uuid that nothing has yet. */
    public String newUuid() {
        return identifiers.uuid();
    }

    /** The groups that are off for maintenance. */
    public Set<FeatureGroup> off() {
        return state().off();
    }

    /** Switches exactly these groups off, and all others on. */
    public void switchOff(Set<FeatureGroup> groups) {
        states.put(name, state().without(groups));
    }

    /** Makes the storage of the records sound or faulty. */
    public void storage(StorageHealth condition) {
        states.put(name, state().with(condition));
    }

    public StorageHealth storage() {
        return state().storage();
    }

    /** Limits how often the application may be called, or lifts the limit. */
    public void limit(Optional<Quota.Limit> limit) {
        states.put(name, state().within(limit));
        quota.limit(limit);
    }

    public List<EntityType> entityTypes() {
        return List.copyOf(types.values());
    }

    /**
     * The records of a type.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 222 when there is no such type
     */
    public RecordRepository records(String typeName) {
        return find(typeName).orElseThrow(() -> SimulatedErrorCode.UNKNOWN_ENTITY_TYPE
                .because("entity type does not exist: " + typeName)
                .with("type_name", typeName));
    }

    /** The records of a type, if there is such a type. */
    public Optional<RecordRepository> find(String typeName) {
        synchronized (books) {
            return types.get(typeName).map(type -> books.computeIfAbsent(typeName, unused -> book(type)));
        }
    }

    /**
     * Adds a type.
     *
     * @return false when the name is taken
     */
    public boolean addIfAbsent(EntityType type) {
        boolean added = types.insert(type.name(), type);
        if (added) {
            typeVersions.add(type, now());
        }
        return added;
    }

    /**
     * Goes on with another definition of a type.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 361 when stored records break a new constraint
     */
    public void change(EntityType type) {
        records(type.name()).changeType(type);
        types.put(type.name(), type);
        typeVersions.add(type, now());
    }

    /** Deletes a type and its records. */
    public void delete(EntityType type) {
        synchronized (books) {
            types.remove(type.name());
            books.remove(type.name());
            forgetRecords(type);
        }
    }

    /** Forgets what was derived from values that have been taken back. Whoever calls holds the lock. */
    public void refresh() {
        synchronized (books) {
            books.keySet().retainAll(Set.copyOf(types.keys()));
            books.forEach((typeName, book) -> types.get(typeName).ifPresent(book::refresh));
        }
    }

    /**
     * Performs what a client writes, under the lock for writing. The writes of a client with the feature {@code metadata}
     * leave {@code lastUpdated} as it was.
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

    public Optional<Flow> flow(String flowName) {
        return flows.get(flowName);
    }

    /** Installs a flow, over one of the same name if there is one. */
    public void install(Flow flow) {
        flows.put(flow.name(), flow);
    }

    /** Takes everything that belongs to this application out of the store. Whoever calls holds its lock. */
    void forget() {
        removed = true;
        entityTypes().forEach(this::forgetRecords);
        KINDS.forEach(kind -> store.drop(tableName(kind)));
        clients.all().forEach(clients::delete);
        states.remove(name);
    }

    private RecordRepository book(EntityType type) {
        var table = new FaultyTable<>(store.table(recordTable(type.name()), StoredRecord.class), this::storage);
        return new RecordRepository(
                type,
                table,
                store.table(versionTable(type.name()), RecordVersions.Past.class),
                passwords,
                identifiers,
                () -> next("records"),
                () -> next("elements"),
                this::now,
                () -> keepsLastUpdated,
                searchLag);
    }

    private long next(String counter) {
        synchronized (counters) {
            long next = counters.get(counter).orElse(0L) + 1;
            counters.put(counter, next);
            return next;
        }
    }

    private ApplicationState state() {
        return states.get(name).orElseGet(() -> ApplicationState.of(name));
    }

    private void forgetRecords(EntityType type) {
        store.drop(recordTable(type.name()));
        store.drop(versionTable(type.name()));
    }

    private String versionTable(String typeName) {
        return tableName("versions of " + typeName);
    }

    private String recordTable(String typeName) {
        return tableName("records of " + typeName);
    }

    private String tableName(String kind) {
        return name + "/" + kind;
    }
}
