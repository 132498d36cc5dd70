package io.regcontract.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The simulator against itself in its two dialects: exactly the table of its documentation. */
@Tag("long")
class PairedDialectsTest {

    @TempDir
    private Path root;

    /** The rows that a requirement of the suite drives, by the words that they begin with, and the differences of each. */
    private static Map<String, Predicate<String>> rows() {
        var rows = new LinkedHashMap<String, Predicate<String>>();
        rows.put(
                "every failure",
                line -> line.endsWith("token 16 of a-z and 0-9 -> request_id in its place, 16 of a-z and 0-9"));
        rows.put(
                "a reused password written to a record",
                line -> line.equals("352 /entity.update name unknown_application -> password_unacceptable"));
        rows.put("an ip address that is none", line -> line.matches("340 /entity\\.\\w+ code 340 -> 200"));
        rows.put(
                "a taken address in a traditional registration",
                line -> line.equals("380 /oauth/register_native_traditional code 380 -> 390"));
        rows.put(
                "missing arguments of a form operation, an unknown access token",
                line -> line.matches(
                        "(100 /oauth/\\S+|200 \\S+ with an unknown access token) field argument_name string -> absent"));
        rows.put(
                "any refusal of /oauth/token",
                line -> line.matches("\\d+ /oauth/token (status 200 -> 40[01]|name \\w+ -> (invalid|unauthorized)_\\w+"
                        + "|field sub_error absent -> string|field argument_name string -> absent)"));
        return rows;
    }

    /** The rows of calls that no requirement makes: what comes there in the observed dialect is no documented error. */
    private static final Map<String, String> NOT_DRIVEN = Map.of(
            "`password_value` that is another password", "213",
            "a reserved attribute in an access schema", "234",
            "a search that takes longer than its `timeout` (10 seconds if it says none)", "500",
            "the removed `contains` operator in a filter", "200, `argument_name` filter");

    @Test
    void differExactlyAsTheTableSays() throws IOException {
        var outcome = PairUnderTest.in(root).pair("simulator", "simulator-observed", "--scope=operations");

        assertThat(outcome.exitCode()).isEqualTo(1);
        var json = outcome.json();
        assertThat(json.at("/requirements/only-old").intValue()).isZero();
        assertThat(json.at("/requirements/only-new").intValue()).isZero();
        assertThat(json.at("/requirements/neither").intValue()).isZero();
        var lines = new TreeSet<String>();
        json.path("operations")
                .forEach(operation -> operation.path("requirements").forEach(requirement -> requirement
                        .path("differences")
                        .forEach(one -> lines.add(line(operation, requirement, one)))));
        var rows = rows();
        assertThat(lines).allSatisfy(line -> assertThat(rows.values()).anyMatch(row -> row.test(line)));
        assertThat(rows).allSatisfy((words, row) -> assertThat(lines).as(words).anyMatch(row));
        assertThat(documented("yes").keySet()).isEqualTo(rows.keySet());
        assertThat(documented("no")).isEqualTo(NOT_DRIVEN);
    }

    private static String line(JsonNode operation, JsonNode requirement, JsonNode difference) {
        var about = difference.get("about").stringValue();
        boolean token = requirement.get("id").stringValue().matches("REG-200\\..*access-token.*");
        return operation.get("code").intValue() + " "
                + operation.get("operation").stringValue()
                + (token && about.startsWith("field ") ? " with an unknown access token " : " ") + about + " "
                + difference.get("old").stringValue() + " -> "
                + difference.get("new").stringValue();
    }

    /** The rows of the table that a pair shows, or those that it does not: condition, and how the documented dialect answers. */
    private static Map<String, String> documented(String shown) throws IOException {
        return Files.readAllLines(Path.of(System.getProperty("regcontract.root", ".."), "docs/simulator.md")).stream()
                .dropWhile(line -> !line.startsWith("| condition | documented | observed | in a pair |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .filter(cells -> cells[4].strip().equals(shown))
                .collect(Collectors.toMap(cells -> cells[1].strip(), cells -> cells[2].strip()));
    }
}
