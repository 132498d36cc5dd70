package io.regcontract.simulator.setting;

import io.regcontract.simulator.store.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** The settings that clients have made public for their pages, version by version. */
public final class PublishedSettingsVersions {

    /** The setting that lists the keys to publish, separated by commas or blanks. */
    public static final String KEYS_SETTING = "jump_publish_settings";

    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Table<PublishedSettings> table;
    private final Settings settings;

    /**
     * The published settings in a table.
     *
     * @param settings what is published
     */
    public PublishedSettingsVersions(Table<PublishedSettings> table, Settings settings) {
        this.table = table;
        this.settings = settings;
    }

    /** Makes public what holds for a client now. */
    public PublishedSettings publish(String clientId, Instant now) {
        var values = new TreeMap<>(settings.effective(clientId));
        Optional.ofNullable(values.get(KEYS_SETTING))
                .map(keys -> Arrays.asList(keys.split("[\\s,]+")))
                .ifPresent(keys -> values.keySet().retainAll(keys));
        var published = new PublishedSettings(clientId, freeVersion(clientId, now), values);
        table.put(key(clientId, published.version()), published);
        return published;
    }

    /** What a client has made public, the oldest first. */
    public List<PublishedSettings> of(String clientId) {
        return table.values().stream()
                .filter(published -> published.clientId().equals(clientId))
                .toList();
    }

    /** Deletes one version. */
    public void delete(PublishedSettings published) {
        table.remove(key(published.clientId(), published.version()));
    }

    private String freeVersion(String clientId, Instant now) {
        var version = VERSION.format(now);
        return table.get(key(clientId, version)).isEmpty() ? version : freeVersion(clientId, now.plusNanos(1_000));
    }

    private static String key(String clientId, String version) {
        return clientId + "|" + version;
    }
}
