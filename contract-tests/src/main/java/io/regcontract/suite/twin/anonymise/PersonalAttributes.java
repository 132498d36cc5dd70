package io.regcontract.suite.twin.anonymise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

    private static final Set<String> WORDS = Set.of(
            "address",
            "address1",
            "address2",
            "street",
            "house",
            "city",
            "town",
            "village",
            "zip",
            "postal",
            "postcode",
            "plz",
            "region",
            "district",
            "location",
            "latitude",
            "longitude",
            "geo",
            "email",
            "mail",
            "name",
            "nickname",
            "username",
            "login",
            "surname",
            "firstname",
            "lastname",
            "forename",
            "alias",
            "phone",
            "mobile",
            "telephone",
            "fax",
            "msisdn",
            "birthday",
            "birthdate",
            "birth",
            "dob",
            "about",
            "bio",
            "photo",
            "photos",
            "avatar",
            "picture",
            "url",
            "website",
            "homepage",
            "identifier",
            "handle",
            "profile",
            "company",
            "employer",
            "passport",
            "ssn",
            "iban",
            "account",
            "license",
            "plate",
            "ip",
            "signature",
            "remarks",
            "comment",
            "note",
            "notes");
    /** Words of what opens an account elsewhere: it is taken out. */
    private static final Set<String> SECRET = Set.of("credentials", "credential", "token", "tokens", "secret");

    static final String TAKEN_OUT = "it may hold a secret, and is taken out";

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
        if (!Set.of("string", "json", "date", "dateTime", "integer").contains(type)) {
            return Optional.empty();
        }
        for (var constraint : definition.path("constraints")) {
            if (constraint.asString("").equals("email-address")) {
                return Optional.of("its constraint is email-address");
            }
        }
        var own = words(path.substring(path.lastIndexOf('/') + 1));
        if (own.stream().anyMatch(SECRET::contains)) {
            return Optional.of(TAKEN_OUT);
        }
        var word = own.stream().filter(WORDS::contains).findFirst();
        if (type.equals("date") || type.equals("dateTime")) {
            return own.stream()
                    .filter(each -> each.startsWith("birth") || each.equals("dob"))
                    .findFirst()
                    .map(each -> "its name has the word " + each);
        }
        if (word.isEmpty() && type.equals("string")) {
            word = words(path).stream()
                    .filter(Set.of("address", "person", "contact")::contains)
                    .findFirst();
        }
        return word.map(each -> "its name has the word " + each);
    }

    /** The words of a name that is written in camel case, or with hyphens or underscores. */
    private static List<String> words(String name) {
        return Arrays.stream(name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
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
