package io.regcontract.endtoend.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.facade.Facade;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A replacement whose test build makes no clients and no types: those that exist there do as well. */
@Tag("long")
class FacadeFixturesTest {

    private static final Set<String> ALL_BUT_CLIENTS_AND_TYPES =
            Set.of("clock", "flows", "log", "mails", "maintenance", "quota", "records", "settings", "storage");

    /** What the requirements of the nine operations ask for. */
    private static final List<String> TYPES = Stream.of(
                    Stream.of(
                            "{name: badge, type: string}",
                            "{name: badge, type: string, constraints: [unique]}",
                            "{name: badge, type: string, constraints: [required]}",
                            "{name: badge, type: string, length: 2}",
                            "{name: badge, type: string, length: 2, constraints: [alphabetic]}",
                            "{name: cards, type: plural, attr_defs: [{name: number, type: string}]}",
                            "{name: value, type: string}"),
                    Stream.of("boolean", "date", "dateTime", "decimal", "integer", "ipAddress")
                            .map(type -> "{name: value, type: " + type + "}"),
                    Stream.of("alphabetic", "alphanumeric", "email-address", "unicode-letters", "unicode-printable")
                            .map(rule -> "{name: value, type: string, constraints: [" + rule + "]}"))
            .flatMap(types -> types)
            .toList();

    @TempDir
    private Path root;

    @Test
    void provesWithClientsAndTypesThatExistWhatItProvesWithThoseItMakes() throws IOException, InterruptedException {
        Set<String> bothMade;
        try (var facade = Facade.start()) {
            bothMade = observed(FacadeRun.observe(facade, root, "codes"));
        }
        try (var facade = Facade.telling(ALL_BUT_CLIENTS_AND_TYPES)) {
            var seen = FacadeRun.observe(facade, root, "codes", existing(facade));

            assertThat(seen).flatExtracting(Observation::contradictions).isEmpty();
            assertThat(seen)
                    .filteredOn(each -> each.outcome() instanceof Outcome.Broken)
                    .isEmpty();
            // Only how many passwords a type remembers cannot be set where the suite did not make the type.
            bothMade.removeAll(observed(seen));
            assertThat(bothMade).containsExactly("REG-352.entity-update.oldest-remembered", "REG-352.entity-update.reused-password");
            assertThat(seen)
                    .flatExtracting(each ->
                            each.outcome() instanceof Outcome.NotDrivable not ? List.of(not.reason()) : List.of())
                    .contains("it takes an entity type with the attributes"
                            + " [{\"name\":\"password\",\"type\":\"password-bcrypt\"}], and fixtures.types of the profile has"
                            + " none");
        }
    }

    /** Makes what exists by hand, and says so as a profile does. */
    private String existing(Facade facade) throws IOException, InterruptedException {
        var client = ask(facade, "/clients", "{\"description\": \"by hand\", \"features\": [\"direct_read_access\"]}");
        Files.writeString(
                Files.createDirectories(root.resolve("environments/profiles")).resolve("reader-secret"),
                client.path("secret").stringValue());
        var profile = new StringBuilder("  clients: [{features: [direct_read_access], client-id: "
                + client.path("id").stringValue() + ", client-secret: file:reader-secret}]\n  types:\n");
        for (int each = 0; each < TYPES.size(); each++) {
            var attributes = "[" + TYPES.get(each) + "]";
            ask(
                    facade,
                    "/types",
                    "{\"name\": \"existing" + each + "\", \"attributes\": "
                            + attributes.replaceAll("([a-z_A-Z]+[a-zA-Z-]*)", "\"$1\"") + "}");
            profile.append("  - {name: existing").append(each).append(", attributes: ").append(attributes).append("}\n");
        }
        return profile.toString();
    }

    private static JsonNode ask(Facade facade, String path, String body) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        facade.controlAddress() + "/applications/" + Facade.APPLICATION + path))
                                .header("Authorization", "Bearer " + facade.controlToken())
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static Set<String> observed(List<Observation> seen) {
        return seen.stream()
                .filter(each -> each.outcome() instanceof Outcome.Observed)
                .map(each -> each.requirement().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
