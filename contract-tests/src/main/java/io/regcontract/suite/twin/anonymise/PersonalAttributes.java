package io.regcontract.suite.twin.anonymise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Which attributes of a type tell who somebody is: by a word in their names or in those of what they stand in, by their
 * type or constraint, or because somebody says so. What is recognised is shown, so that it can be corrected.
 */
public final class PersonalAttributes {

    private final Map<String, Attribute> byPath = new TreeMap<>();
    private final List<String> kept = new ArrayList<>();

    /**
     * An attribute that is replaced.
     *
     * @param why it is
     */
    public record Attribute(String path, String type, String why) {}

    private PersonalAttributes() {}

    /**
     * The attributes of a type.
     *
     * @param schema as entityType shows it
     * @param more paths that are personal, too
     * @param others paths that are not
     * @throws IllegalArgumentException when one of them is no attribute of the type
     */
    public static PersonalAttributes of(JsonNode schema, Collection<String> more, Collection<String> others) {
        var found = new PersonalAttributes();
        var all = new LinkedHashMap<String, JsonNode>();
        collect(schema.path("attr_defs"), "", all);
        for (var path : more) {
            check(path, all);
        }
        for (var path : others) {
            check(path, all);
        }
        all.forEach((path, definition) -> {
            if (!others.contains(path)) {
                (more.contains(path) ? Optional.of("named by --personal") : reason(path, definition))
                        .ifPresentOrElse(
                                why -> found.byPath.put(path, new Attribute(path, type(definition), why)),
                                () -> found.keep(path, definition));
            } else {
                found.keep(path, definition);
            }
        });
        return found;
    }

    /** Those that are replaced, by path. */
    public List<Attribute> replaced() {
        return List.copyOf(byPath.values());
    }

    /** Those with texts of their own that are kept. */
    public List<String> kept() {
        return List.copyOf(kept);
    }

    Optional<Attribute> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private void keep(String path, JsonNode definition) {
        if (Set.of("string", "json").contains(type(definition))) {
            kept.add(path);
        }
    }

    private static void collect(JsonNode definitions, String parent, Map<String, JsonNode> all) {
        for (var definition : definitions) {
            var name = definition.path("name").asString("");
            if (parent.isEmpty()
                    && Set.of("id", "uuid", "created", "lastUpdated").contains(name)) {
                continue;
            }
            var path = parent + "/" + name;
            if (definition.path("attr_defs").isArray()) {
                collect(definition.path("attr_defs"), path, all);
            } else if (!type(definition).equals("id")) {
                all.put(path, definition);
            }
        }
    }

    private static Optional<String> reason(String path, JsonNode definition) {
        var type = type(definition);
        if (type.equals("ipAddress")) {
            return Optional.of("its type is ipAddress");
        }
        for (var constraint : definition.path("constraints")) {
            if (constraint.asString("").equals("email-address")) {
                return Optional.of("its constraint is email-address");
            }
        }
        return PersonalWords.reason(path, type);
    }

    private static void check(String path, Map<String, JsonNode> all) {
        if (!all.containsKey(path)) {
            throw new IllegalArgumentException(path + " is no attribute with values of its own");
        }
    }

    private static String type(JsonNode definition) {
        return definition.path("type").asString("");
    }
}
