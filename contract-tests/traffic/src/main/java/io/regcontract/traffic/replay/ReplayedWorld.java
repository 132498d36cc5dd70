package io.regcontract.traffic.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the repeated calls have made in the simulator so far, by the names that the recording uses. */
final class ReplayedWorld {

    private final Set<String> types = new HashSet<>();
    private final Set<String> settings = new HashSet<>();
    private final Map<String, StringBuilder> written = new HashMap<>();
    private boolean clients;

    /** Takes note of a call that succeeded in the recording and in the simulator. */
    void note(RecordedCall call) {
        switch (call.operation()) {
            case "/entityType.create" -> call.parameter("type_name").ifPresent(types::add);
            case "/clients/add" -> clients = true;
            case "/settings/set", "/settings/set_default" ->
                call.parameter("key").ifPresent(settings::add);
            case "/settings/set_multi", "/settings/set_default_multi" -> settings.add(Settings.ANY);
            case "/entity.create", "/entity.bulkCreate", "/entity.update", "/entity.replace" -> write(call);
            case "/oauth/register_native", "/oauth/register_native_traditional" -> write(call);
            default -> {}
        }
    }

    private void write(RecordedCall call) {
        var text = written.computeIfAbsent(type(call), any -> new StringBuilder());
        call.parameters().values().values().forEach(value -> text.append(value).append('\n'));
    }

    /** The entity type of a call; that of the usual flow where it names none. */
    static String type(RecordedCall call) {
        return call.parameter("type_name")
                .or(() -> call.parameter("entity_type"))
                .orElse("user");
    }

    /** Whether the recording itself made an entity type. */
    boolean made(String type) {
        return types.contains(type);
    }

    boolean madeClients() {
        return clients;
    }

    /** Whether a setting was made under a key. */
    boolean madeSetting(String key) {
        return settings.contains(key) || settings.contains(Settings.ANY);
    }

    /** Whether any setting was made. */
    boolean madeSettings() {
        return !settings.isEmpty();
    }

    /** Whether any record of a type was made. */
    boolean madeRecords(String type) {
        return written.containsKey(type);
    }

    /** Whether a record of a type was written with a value. */
    boolean wrote(String type, String value) {
        return written.getOrDefault(type, new StringBuilder()).indexOf(value) >= 0;
    }

    private static final class Settings {
        /** Several keys at once: which they are is not looked into. */
        static final String ANY = "*";
    }
}
