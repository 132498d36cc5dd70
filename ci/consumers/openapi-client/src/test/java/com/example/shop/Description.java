package com.example.shop;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The description that the client was made from, for its examples. */
record Description(Map<String, Object> root) {

    @SuppressWarnings("unchecked")
    static Description read() throws IOException {
        var options = new LoaderOptions();
        options.setCodePointLimit(10_000_000);
        return new Description(
                (Map<String, Object>) new Yaml(options).load(Files.readString(Path.of(System.getProperty("openapi")))));
    }

    /** Examples by name, as JSON, each with the name of a schema of answers that must take it. */
    Map<String, Example> examples() {
        var examples = new TreeMap<String, Example>();
        at(root, "paths").values().stream()
                .flatMap(path -> object(path).values().stream())
                .map(method -> at(object(method), "responses", "200", "content", "application/json"))
                .forEach(media -> at(media, "examples").values().forEach(reference -> {
                    var name = last(object(reference));
                    var value = at(root, "components", "examples", name).get("value");
                    examples.putIfAbsent(name, new Example(last(at(media, "schema")), new Gson().toJson(value)));
                }));
        return examples;
    }

    record Example(String answer, String json) {}

    private static String last(Map<String, Object> reference) {
        return reference.get("$ref").toString().replaceAll(".*/", "");
    }

    private static Map<String, Object> at(Map<String, Object> object, String... keys) {
        var found = object;
        for (var key : keys) {
            found = object(found.get(key));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
