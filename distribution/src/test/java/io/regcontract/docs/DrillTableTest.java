package io.regcontract.docs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.control.TransportDrill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of docs/drills.md, and the same for coding agents in llms.txt. */
class DrillTableTest {

    private static final Path ROOT = Path.of(System.getProperty("regcontract.root"));
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([0-9]{3}) `([a-z_]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");

    /** A line of the table. */
    private record Row(int code, String name, String means, String drills, String advice) {

        static Row of(MatchResult match) {
            return new Row(
                    Integer.parseInt(match.group(1)),
                    match.group(2),
                    match.group(3).strip(),
                    match.group(4).strip(),
                    match.group(5).strip());
        }

        Set<String> drillNames() {
            return NAME.matcher(drills).results().map(name -> name.group(1)).collect(toSet());
        }

        String forAgents() {
            return "- %d %s: %s. Drills: %s. A good application: %s."
                    .formatted(code, name, means, drills.replace("`", "").replace(" ", ", "), advice);
        }
    }

    @Test
    void hasEveryDocumentedErrorOnceUnderItsName() throws IOException {
        assertThat(rows())
                .extracting(Row::code)
                .as("the rows of the table in docs/drills.md, in their order; a code that has no drill says \"caller\"")
                .containsExactlyElementsOf(codes().toList());
    }

    @Test
    void namesExactlyTheDrillsThatThereAre() throws IOException {
        var byCode = Stream.of(ErrorDrill.values())
                .collect(groupingBy(ErrorDrill::code, mapping(ErrorDrill::publicName, toSet())));
        assertThat(rows()).allSatisfy(row -> assertThat(row.drillNames())
                .as("%d", row.code())
                .isEqualTo(byCode.getOrDefault(row.code(), Set.of())));
        assertThat(rows())
                .filteredOn(row -> row.drillNames().isEmpty())
                .extracting(Row::drills)
                .containsOnly("caller");
    }

    @Test
    void namesTheDrillsThatLeadToNoCode() throws IOException {
        var named = Pattern.compile("(?m)^\\| `([a-z]+-[a-z-]+)` \\| [^|]+ \\| [^|]+ \\|$")
                .matcher(Files.readString(ROOT.resolve("docs/drills.md")).replaceAll("(?s)## How reactions are.*", ""))
                .results()
                .map(row -> row.group(1));
        assertThat(named)
                .containsExactlyElementsOf(Stream.of(TransportDrill.values())
                        .map(TransportDrill::publicName)
                        .toList());
    }

    @Test
    void tellsCodingAgentsTheSame() throws IOException {
        var told = Files.readString(ROOT.resolve("llms.txt"));
        for (var row : rows()) {
            assertThat(told.contains(row.forAgents()))
                    .as("llms.txt must have the line of docs/drills.md: %s", row.forAgents())
                    .isTrue();
        }
    }

    private static Stream<Integer> codes() {
        return Stream.of(ErrorCode.values()).map(ErrorCode::code).sorted();
    }

    private static List<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(ROOT.resolve("docs/drills.md")))
                .results()
                .map(Row::of)
                .toList();
    }
}
