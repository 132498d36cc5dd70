package io.regcontract.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page that explains profiles, made from their schema. */
final class ProfilePage {

    private static final String SCHEMA = "/contract/formats/profile.schema.json";

    private final JsonNode schema = schema();
    private final List<Row> rows = new ArrayList<>();

    private record Row(String key, boolean required, String takes, String meaning) {}

    private ProfilePage() {
        walk("", schema);
    }

    /** The keys, with their parents joined by dots; {@code []} after one stands for each of a list. */
    static List<String> keys() {
        return new ProfilePage().rows.stream().map(Row::key).toList();
    }

    static String text() {
        var page = new ProfilePage();
        return """
                <!-- Made from profile.schema.json by ProfilePageTest, which also says how to make it anew. -->
                # Profiles

                %s
                An annotated example is [tenant.example.yaml](../environments/profiles/tenant.example.yaml). Keys in **bold** are needed
                in every profile; those of a tenant and of a replacement need `guard`, `budgets` and `pace.calls-per-second` too, and those of a
                replacement `operations`: [replacement.example.yaml](../environments/profiles/replacement.example.yaml).

                | key | takes | meaning |
                |---|---|---|
                %s

                ## Secrets

                A secret never stands in a profile. `env:NAME` takes it from the environment variable NAME, or, where that is not set, from the
                file that NAME_FILE names; `file:PATH` takes it from a file. A relative path starts at the directory of the profiles.

                ## Certificates

                A service whose certificate comes from an authority of your own is trusted once the profile names the authority's certificate:
                `certificates: file:authority.pem`, one or more in PEM form. They stand in place of the JDK's own, so that a profile for a test
                service trusts nothing else. There is no way to trust everything, nor to overlook a certificate's name or date.
                """
                .formatted(
                        page.schema.path("description").asString(),
                        page.rows.stream().map(ProfilePage::row).collect(Collectors.joining("\n")));
    }

    private static String row(Row row) {
        return "| " + (row.required() ? "**`" + row.key() + "`**" : "`" + row.key() + "`") + " | " + row.takes() + " | "
                + row.meaning() + " |";
    }

    private void walk(String parent, JsonNode raw) {
        var rules = resolved(raw);
        for (var entry : rules.path("properties").properties()) {
            var key = parent.isEmpty() ? entry.getKey() : parent + "." + entry.getKey();
            var child = resolved(entry.getValue());
            var meaning = entry.getValue()
                    .path("description")
                    .asString(child.path("description").asString(""));
            if (meaning.isEmpty()) {
                throw new IllegalStateException(SCHEMA + " says nothing of " + key);
            }
            var required = parent.isEmpty()
                    && rules.path("required").valueStream().anyMatch(name -> entry.getKey()
                            .equals(name.asString()));
            rows.add(new Row(key, required, takes(child), meaning));
            walk(key, child);
            // What holds more of its own kind is told once.
            if (child.has("items") && !resolved(child.get("items")).equals(rules)) {
                walk(key + "[]", child.get("items"));
            }
        }
    }

    private String takes(JsonNode rules) {
        if (rules.has("enum")) {
            return rules.get("enum")
                    .valueStream()
                    .map(value -> "`" + value.asString() + "`")
                    .collect(Collectors.joining(", "));
        }
        var words = new StringBuilder(
                switch (rules.path("type").asString("")) {
                    case "string" -> "text";
                    case "integer" -> "whole number";
                    case "object" -> "keys";
                    case "array" -> resolved(rules.path("items")).has("properties") ? "list of keys" : "list of text";
                    default -> rules.path("type").asString("");
                });
        if (rules.has("minimum")) {
            words.append(", from ").append(rules.get("minimum").asInt());
        }
        if (rules.has("exclusiveMinimum")) {
            words.append(" above ").append(rules.get("exclusiveMinimum").asInt());
        }
        if (rules.has("maximum")) {
            words.append(" to ").append(rules.get("maximum").asInt());
        }
        return words.toString();
    }

    private JsonNode resolved(JsonNode rules) {
        if (rules.has("$ref")) {
            return schema.at(rules.get("$ref").stringValue().substring(1));
        }
        return rules.has("then") ? resolved(rules.get("then")) : rules;
    }

    private static JsonNode schema() {
        try (var stream = ProfilePage.class.getResourceAsStream(SCHEMA)) {
            if (stream == null) {
                throw new IllegalStateException(SCHEMA + " is missing from the jar of schemas");
            }
            return JsonMapper.shared().readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
