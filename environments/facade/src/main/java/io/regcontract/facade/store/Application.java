package io.regcontract.facade.store;

import io.regcontract.facade.schema.Attribute;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** An application with all that belongs to it. Whoever reads or changes it holds its lock: {@code synchronized}. */
public final class Application {

    private final String name;
    private final String host;
    private final Clock clock;
    private Duration ahead = Duration.ZERO;
    private Set<String> off = Set.of();
    private Optional<Quota> quota = Optional.empty();
    private boolean readsFail;
    private boolean writesFail;
    private final Map<String, ApiClient> clients = new ConcurrentHashMap<>();
    private final Map<String, EntityType> types = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, ObjectNode> flows = new LinkedHashMap<>();
    private final IssuedTokens tokens = new IssuedTokens();
    private final List<Mail> mails = new ArrayList<>();
    private final Map<String, Deque<Instant>> logIns = new LinkedHashMap<>();

    /** A number of calls in any span of that length. */
    private record Quota(int calls, Duration per, Deque<Instant> taken) {}

    /**
     * A message that would have been sent.
     *
     * @param kind {@code password-recovery} or {@code email-verification}
     */
    public record Mail(String to, String kind, String code, Instant time) {}

    Application(String name, String host, Clock clock) {
        this.name = name;
        this.host = host;
        this.clock = clock;
    }

    /** Its name, which is its id. */
    public String name() {
        return name;
    }

    /** The host that it lives on. */
    public String host() {
        return host;
    }

    /** Its own time. */
    public Instant now() {
        return clock.instant().plus(ahead);
    }

    /** Moves its clock. */
    public void advance(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Whether a group of operations is off for maintenance. */
    public boolean isOff(String group) {
        return off.contains(group);
    }

    /** Switches exactly these groups of operations off. */
    public void switchOff(Set<String> groups) {
        off = Set.copyOf(groups);
    }

    /** The groups of operations that are off. */
    public Set<String> off() {
        return off;
    }

    /** Limits its calls. */
    public void limit(int calls, Duration per) {
        quota = Optional.of(new Quota(calls, per, new ArrayDeque<>()));
    }

    /** Takes the limit away. */
    public void lift() {
        quota = Optional.empty();
    }

    /** Takes a call out of what is left; false when nothing is. */
    public boolean takeCall() {
        if (quota.isEmpty()) {
            return true;
        }
        var limit = quota.get();
        var now = now();
        limit.taken().removeIf(call -> !call.plus(limit.per()).isAfter(now));
        if (limit.taken().size() >= limit.calls()) {
            return false;
        }
        limit.taken().add(now);
        return true;
    }

    /** Sets what its storage refuses. */
    public void storage(boolean failReads, boolean refuseWrites) {
        readsFail = failReads;
        writesFail = refuseWrites;
    }

    /** Whether its storage fails to read. */
    public boolean readsFail() {
        return readsFail;
    }

    /** Whether its storage refuses to write. */
    public boolean writesFail() {
        return writesFail;
    }

    /** Its clients by id. */
    public Map<String, ApiClient> clients() {
        return clients;
    }

    /** Adds an entity type, or nothing when the name is taken. */
    public Optional<EntityType> addType(String typeName, List<Attribute> attributes) {
        return types.containsKey(typeName)
                ? Optional.empty()
                : Optional.of(types.computeIfAbsent(typeName, added -> new EntityType(added, attributes)));
    }

    /** The entity type of that name. */
    public Optional<EntityType> type(String typeName) {
        return Optional.ofNullable(types.get(typeName));
    }

    /** Removes an entity type with its records. */
    public void removeType(String typeName) {
        types.remove(typeName);
    }

    /** Its entity types. */
    public Collection<EntityType> types() {
        return types.values();
    }

    /** Its settings by key. */
    public Map<String, String> settings() {
        return settings;
    }

    /** A setting that holds a whole number. */
    public int setting(String key, int otherwise) {
        try {
            return Integer.parseInt(settings.getOrDefault(key, ""));
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    /** Its flows by name, as documents. */
    public Map<String, ObjectNode> flows() {
        return flows;
    }

    /** Its tokens and codes. */
    public IssuedTokens tokens() {
        return tokens;
    }

    /** The messages that would have been sent. */
    public List<Mail> mails() {
        return mails;
    }

    /** Counts a log-in of an address; false when there were too many of late. */
    public boolean countLogIn(String address) {
        var now = now();
        var threshold = Duration.ofSeconds(setting("login_attempts_threshold", 60));
        var seen = logIns.computeIfAbsent(address, first -> new ArrayDeque<>());
        seen.removeIf(time -> !time.plus(threshold).isAfter(now));
        if (seen.size() >= setting("login_attempts", 6)) {
            return false;
        }
        seen.add(now);
        return true;
    }
}
