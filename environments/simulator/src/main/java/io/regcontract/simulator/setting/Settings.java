package io.regcontract.simulator.setting;

import io.regcontract.simulator.store.Table;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Settings of an application and of its clients. What a client has set wins over what the application says. */
public final class Settings {

    /** The key under which the application's own values stand: no client has an empty id. */
    private static final String APPLICATION = "";

    private final Table<SettingValues> table;

    /** The settings in a table. */
    public Settings(Table<SettingValues> table) {
        this.table = table;
    }

    /** What a client has set itself. */
    public Map<String, String> ofClient(String clientId) {
        return of(clientId);
    }

    /** What the application says for clients that have not set it. */
    public Map<String, String> defaults() {
        return of(APPLICATION);
    }

    /** What holds for a client. */
    public Map<String, String> effective(String clientId) {
        var all = new TreeMap<>(defaults());
        all.putAll(ofClient(clientId));
        return all;
    }

    /** A setting of a client, or else the application's. */
    public Optional<String> effective(String clientId, String key) {
        return Optional.ofNullable(ofClient(clientId).get(key))
                .or(() -> Optional.ofNullable(defaults().get(key)));
    }

    /** A setting that counts something; what is no whole number above zero does not count. */
    public OptionalLong effectiveNumber(String clientId, String key) {
        return effective(clientId, key)
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(value -> OptionalLong.of(Long.parseLong(value)))
                .filter(value -> value.getAsLong() > 0)
                .orElseGet(OptionalLong::empty);
    }

    /**
     * Sets a value for a client.
     *
     * @return whether the key was there
     */
    public boolean set(String clientId, String key, String value) {
        var values = new TreeMap<>(of(clientId));
        boolean existed = values.put(key, value) != null;
        table.put(clientId, new SettingValues(values));
        return existed;
    }

    /** As {@link #set}, for the application. */
    public boolean setDefault(String key, String value) {
        return set(APPLICATION, key, value);
    }

    /**
     * Takes a value of a client away.
     *
     * @return whether the key was there
     */
    public boolean delete(String clientId, String key) {
        var values = new TreeMap<>(of(clientId));
        boolean existed = values.remove(key) != null;
        table.put(clientId, new SettingValues(values));
        return existed;
    }

    /** As {@link #delete}, for the application. */
    public boolean deleteDefault(String key) {
        return delete(APPLICATION, key);
    }

    /** Forgets all that a client has set. */
    public void forget(String clientId) {
        table.remove(clientId);
    }

    private Map<String, String> of(String owner) {
        return table.get(owner).map(SettingValues::values).orElse(Collections.emptyMap());
    }
}
