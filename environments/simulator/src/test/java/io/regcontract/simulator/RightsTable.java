package io.regcontract.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The right answers to all calls, as the file {@code rights.txt} has them. It knows nothing of the simulator. */
record RightsTable(List<Rule> rules) {

    private static final String ALL = "*";

    /** What is called, how, by a client with which feature, for whom, under which access schema. */
    record Cell(String operation, String as, String feature, String target, String schema) {

        private List<String> coordinates() {
            return List.of(operation, as, feature, target, schema);
        }
    }

    /**
     * The answer for all cells whose coordinates are among the given ones.
     *
     * @param number of its line
     */
    record Rule(int number, List<Set<String>> coordinates, String answer, String source) {

        boolean fits(Cell cell) {
            for (int i = 0; i < coordinates.size(); i++) {
                var accepted = coordinates.get(i);
                if (!accepted.contains(ALL)
                        && !accepted.contains(cell.coordinates().get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    static RightsTable read() {
        try (InputStream file = Objects.requireNonNull(RightsTable.class.getResourceAsStream("rights.txt"))) {
            return parsed(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The rule that decides a cell. */
    Optional<Rule> of(Cell cell) {
        return rules.stream().filter(rule -> rule.fits(cell)).findFirst();
    }

    private static RightsTable parsed(List<String> lines) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.startsWith("group ")) {
                var parts = line.substring("group ".length()).split("=", 2);
                groups.put(parts[0].strip(), words(parts[1]).collect(Collectors.toSet()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                rules.add(rule(i + 1, line.split("\\|"), groups));
            }
        }
        return new RightsTable(List.copyOf(rules));
    }

    private static Rule rule(int number, String[] columns, Map<String, Set<String>> groups) {
        if (columns.length != 7 || columns[6].isBlank()) {
            throw new IllegalArgumentException(
                    "rights.txt, line " + number + ": needs seven columns, the last a source");
        }
        var coordinates = Arrays.stream(columns, 0, 5)
                .map(column -> words(column)
                        .flatMap(word -> groups.getOrDefault(word, Set.of(word)).stream())
                        .collect(Collectors.toSet()))
                .toList();
        return new Rule(number, coordinates, columns[5].strip(), columns[6].strip());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"));
    }
}
