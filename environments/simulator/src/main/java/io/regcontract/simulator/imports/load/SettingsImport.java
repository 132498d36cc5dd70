package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.imports.file.ImportFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The settings in an answer of settings/get_all, of settings/items or one of its siblings, or in a plain object.
 *
 * @param defaults those of the application
 * @param ofClients those of clients, by client id
 */
record SettingsImport(Path file, Map<String, String> defaults, Map<String, Map<String, String>> ofClients) {

    /**
     * Reads a file.
     *
     * @throws ImportException when it holds no settings
     */
    static SettingsImport read(Path file, ImportNotes notes) {
        var answer = ImportFile.object(file);
        ImportFile.refuseError(file, answer);
        if (answer.has("default_settings") || answer.has("client_settings")) {
            var ofClients = new TreeMap<String, Map<String, String>>();
            object(file, "client_settings", answer.path("client_settings"))
                    .forEach((client, values) ->
                            ofClients.put(client, texts(file, notes, "client_settings, " + client, values)));
            return new SettingsImport(
                    file, texts(file, notes, "default_settings", answer.path("default_settings")), ofClients);
        }
        var items = answer.has("stat") ? answer.path("result") : answer;
        if (!items.isObject()) {
            throw ImportException.at(file, "key result", "settings must be a JSON object");
        }
        return new SettingsImport(file, texts(file, notes, "result", items), Map.of());
    }

    private static Map<String, String> texts(Path file, ImportNotes notes, String key, JsonNode values) {
        var texts = new TreeMap<String, String>();
        object(file, key, values).forEach((name, value) -> {
            if (value.isString()) {
                texts.put(name, value.stringValue());
            } else if (value.isNull()) {
                notes.left(file, "setting " + name, "it has no value");
            } else {
                texts.put(name, value.toString());
                notes.changed(file, "setting " + name, "its value was written as a string");
            }
        });
        return texts;
    }

    private static Map<String, JsonNode> object(Path file, String key, JsonNode values) {
        if (values.isMissingNode()) {
            return Map.of();
        }
        if (!values.isObject()) {
            throw ImportException.at(file, "key " + key, "settings must be a JSON object");
        }
        var members = new TreeMap<String, JsonNode>();
        values.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }
}
