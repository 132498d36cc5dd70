package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.language.DamagedTraffic.Damaged;
import io.regcontract.contract.openapi.OpenApiDialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Redocly's drift finds with the OpenAPI descriptions in traffic of the suite, and what it cannot find. */
@Tag("long")
class OpenApiDriftTest {

    private static final Path PAGE = Path.of(System.getProperty("regcontract.root"), "docs/openapi.md");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void findsNothingInTheAnswersOfTheSimulator(OpenApiDialect dialect) throws Exception {
        var drift = Drift.in(directory);
        var profile = dialect == OpenApiDialect.DOCUMENTED ? "simulator" : "simulator-observed";
        var entries =
                SuiteTraffic.of(profile, "operations", Files.createDirectory(directory.resolve("run"))).calls().stream()
                        // What was cut off when it was recorded is no JSON any more.
                        .filter(call -> !call.response().orElseThrow().truncated())
                        .map(HarFile.Entry::of)
                        .toList();

        var findings = drift.of(entries, dialect);

        assertThat(findings).noneMatch(finding -> finding.target().equals("response"));
        // Whatever it finds in a request, the simulator refused.
        assertThat(findings)
                .filteredOn(finding -> !finding.message().contains("Undocumented header"))
                .isNotEmpty()
                .allMatch(finding -> !entries.get(finding.exchange()).body().contains("\"stat\":\"ok\""));
    }

    @Test
    void findsOfDamagedAnswersWhatAPageOfTheDocumentationSays() throws Exception {
        var drift = Drift.in(directory);
        var traffic = SuiteTraffic.of("simulator", "codes", Files.createDirectory(directory.resolve("run")));
        var damaged = new DamagedTraffic(traffic).all();

        var found = drift.of(damaged.stream().map(Damaged::entry).toList(), OpenApiDialect.DOCUMENTED).stream()
                .filter(finding -> finding.target().equals("response"))
                .map(Drift.Finding::exchange)
                .collect(Collectors.toSet());

        assertThat(Files.readString(PAGE)).contains(table(damaged, found));
    }

    /** A row for each check: how many damages it finds, and what drift finds of the answers damaged so. */
    private static String table(List<Damaged> damaged, Set<Integer> found) {
        var rows = new LinkedHashMap<String, Row>();
        for (var i = 0; i < damaged.size(); i++) {
            rows.computeIfAbsent(damaged.get(i).sabotage().check(), check -> new Row())
                    .add(damaged.get(i), found.contains(i));
        }
        var all = new Row();
        for (var i = 0; i < damaged.size(); i++) {
            all.add(damaged.get(i), found.contains(i));
        }
        var lines = new ArrayList<String>();
        rows.forEach((check, row) -> lines.add("| `" + check + "` | " + row + " |"));
        lines.add("| all | " + all + " |");
        return String.join("\n", lines);
    }

    private static final class Row {

        private final Set<String> damages = new LinkedHashSet<>();
        private int answers;
        private int found;

        void add(Damaged damaged, boolean isFound) {
            damages.add(damaged.sabotage().id());
            answers++;
            found += isFound ? 1 : 0;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d | %d | %d | %d %%",
                    damages.size(),
                    answers,
                    found,
                    Math.round(100.0 * found / answers));
        }
    }
}
