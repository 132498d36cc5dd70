package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.record.RecordView;
import io.regcontract.simulator.imports.ImportRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The programs of {@code ci/consumers/migration}: a bulk export and a connector for log-ins, one careless and one careful
 * each. Every fault of the careless one is found by a drill, and the careful one bears the same.
 */
@Tag("long")
class MigrationDrillsTest {

    private static final Path PROGRAMS = Path.of(System.getProperty("regcontract.root"), "ci/consumers/migration");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int PEOPLE = 250;

    @TempDir
    private Path directory;

    /**
     * A fault of a careless program.
     *
     * @param page how the page of the programs has it drilled
     * @param program what is drilled, without careless or careful before it
     * @param findings what the careless one is found to do, and nothing else that fails
     */
    private record Rehearsal(String page, String options, String program, Set<String> findings) {
        @Override
        public String toString() {
            return page;
        }
    }

    private static Stream<Rehearsal> rehearsals() {
        return Stream.of(
                new Rehearsal(
                        "an export is cut short by 510",
                        "--code 510 --at /entity.find --from 2 --times 1 --records people.ndjson",
                        "export.mjs export",
                        Set.of("told-otherwise")),
                new Rehearsal(
                        "an export is cut short by 500",
                        "--code 500 --at /entity.find --from 3 --again --records people.ndjson",
                        "export.mjs export",
                        Set.of("told-otherwise")),
                new Rehearsal(
                        "a mark is moved past a failure",
                        "--code 480 --at /entity.find --times 1 --records people.ndjson",
                        "export.mjs sync",
                        Set.of("lost-window", "told-otherwise")),
                new Rehearsal(
                        "a mark is moved past what did not fit on a page",
                        "--records people.ndjson",
                        "export.mjs sync",
                        Set.of("truncated-search", "told-otherwise")),
                new Rehearsal(
                        "a create is believed without an id",
                        "--code 300 --at /entity.create --times 1 --again --people",
                        "connector.mjs",
                        Set.of("id-of-nothing", "told-otherwise", "unrepeated-write")),
                new Rehearsal(
                        "an update is believed whatever came back",
                        "--code 500 --at /entity.update --times 1 --again --people",
                        "connector.mjs",
                        Set.of("unrepeated-write")),
                new Rehearsal(
                        "a delete is believed whatever came back",
                        "--code 500 --at /entity.delete --times 1 --again --people",
                        "connector.mjs",
                        Set.of("told-otherwise")),
                new Rehearsal(
                        "every error is told as a wrong password",
                        "--code 480 --at /oauth/auth_native_traditional --again --people",
                        "connector.mjs",
                        Set.of("told-otherwise")));
    }

    @BeforeEach
    void writePeople() throws IOException {
        Files.write(
                directory.resolve("people.ndjson"),
                IntStream.rangeClosed(1, PEOPLE)
                        .mapToObj(number ->
                                """
                                {"id":%d,"uuid":"00000000-0000-4000-8000-%012d","email":"person%d@example.com",\
                                "created":"2026-01-01 00:00:00.000000 +0000",\
                                "lastUpdated":"2026-02-01 00:%02d:%02d.000000 +0000"}"""
                                        .formatted(number, number, number, number / 60, number % 60))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rehearsals")
    void findsTheFaultOfTheCarelessOne(Rehearsal rehearsal) throws Exception {
        drill(1, rehearsal, "careless-");

        assertThat(failing()).isEqualTo(new TreeSet<>(rehearsal.findings()));
    }

    @ParameterizedTest
    @MethodSource("rehearsals")
    void findsNoFaultInTheCarefulOne(Rehearsal rehearsal) throws Exception {
        drill(0, rehearsal, "careful-");

        assertThat(failing()).isEmpty();
        assertThat(directory.resolve("retries.ndjson")).doesNotExist();
    }

    /** A page whose commands are not those that are run proves nothing. */
    @Test
    void runsTheCommandsOfThePage() throws IOException {
        var page = Files.readString(PROGRAMS.resolve("README.md"));

        assertThat(rehearsals())
                .allSatisfy(rehearsal -> assertThat(page).contains("`" + rehearsal.options() + "`", rehearsal.page()));
    }

    /** What no call shows, a comparison of the data does. */
    @Test
    void missesPeopleWhereASyncTakesTheFirstPageForAll() throws Exception {
        assertThat(missingAfterSync("careless-export.mjs")).hasSize(PEOPLE - 100);
    }

    @Test
    void missesNobodyWhereASyncAsksForEveryPage() throws Exception {
        assertThat(missingAfterSync("careful-export.mjs")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"careless-export.mjs", "careful-export.mjs", "careful-connector.mjs"})
    void makesTheDirectoryThatIsNotThereOrSaysThatItCannot(String program) throws Exception {
        Program.require("node");
        var made = directory.resolve("not/there/yet");
        var file = directory.resolve("people.ndjson");
        var nobody = Map.of("REGCONTRACT_BASE_URL", "http://127.0.0.1:1", "MIGRATION_PAUSES", "1");
        for (var wish : List.of(made, file)) {
            var environment = new HashMap<>(nobody);
            environment.put("MIGRATION_DIRECTORY", wish.toString());
            var ended = Program.run(directory, environment, List.of("node", program(program)));
            if (wish.equals(file)) {
                assertThat(ended.exit()).isEqualTo(64);
                assertThat(ended.output())
                        .isEqualTo("MIGRATION_DIRECTORY " + file
                                + " cannot be made: EEXIST. Name a directory that may be written.\n");
            }
        }
        assertThat(made).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"careless-export.mjs", "careful-export.mjs", "careless-connector.mjs", "careful-connector.mjs"})
    void saysThatItDoesNotKnowWhereTheServiceIs(String program) throws Exception {
        Program.require("node");
        var ended = Program.run(
                directory, Map.of(), List.of("env", "-u", "REGCONTRACT_BASE_URL", "node", program(program)));
        assertThat(ended.exit()).isEqualTo(64);
        assertThat(ended.output())
                .isEqualTo("REGCONTRACT_BASE_URL is not set: run this by \"regcontract drill\", or set what README.md"
                        + " names.\n");
    }

    private static String program(String name) {
        return PROGRAMS.resolve(name).toString();
    }

    private Set<String> missingAfterSync(String program) throws Exception {
        Program.require("node");
        try (var simulator = RegistrationSimulator.builder()
                .imports(ImportRequest.NONE.withRecords(Optional.empty(), directory.resolve("people.ndjson")))
                .start()) {
            var ended = Program.run(
                    directory,
                    Map.of(
                            "REGCONTRACT_BASE_URL", simulator.baseAddress().toString(),
                            "REGCONTRACT_OWNER_CLIENT_ID", simulator.ownerClientId(),
                            "REGCONTRACT_OWNER_CLIENT_SECRET", simulator.ownerClientSecret(),
                            "REGCONTRACT_TOLD_FILE",
                                    directory.resolve("told.txt").toString(),
                            "MIGRATION_DIRECTORY", directory.toString()),
                    List.of("node", PROGRAMS.resolve(program).toString(), "sync"));
            assertThat(ended.exit()).as(ended.output()).isZero();
            assertThat(simulator.journal().read().calls()).allMatch(JournalCall::succeeded);
            var there = simulator.control().records("user").page(0, 1_000).stream()
                    .map(RecordView::uuid)
                    .collect(Collectors.toCollection(TreeSet::new));
            Files.readAllLines(directory.resolve("moved.ndjson")).stream()
                    .map(line -> JsonMapper.shared().readTree(line).path("uuid").asString())
                    .forEach(there::remove);
            return there;
        }
    }

    private Set<String> failing() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(directory.resolve("drill-report/drills.json")))
                .path("findings")
                .valueStream()
                .filter(finding -> finding.path("level").stringValue().equals("fails"))
                .map(finding -> finding.path("name").stringValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void drill(int exit, Rehearsal rehearsal, String kind) throws IOException, InterruptedException {
        Program.require("node");
        var words =
                new ArrayList<>(List.of(JAVA, "-jar", RunnableJar.in(directory).toString(), "drill"));
        words.addAll(List.of(rehearsal.options().split(" ", -1)));
        words.addAll(List.of("--require", PROGRAMS.resolve("policy.yaml").toString(), "--", "node"));
        var program = rehearsal.program().split(" ", -1);
        words.add(PROGRAMS.resolve(kind + program[0]).toString());
        words.addAll(List.of(program).subList(1, program.length));

        var ended = Program.run(
                directory, Map.of("MIGRATION_DIRECTORY", directory.toString(), "MIGRATION_PAUSES", "200,400"), words);

        assertThat(ended.exit()).as(ended.output()).isEqualTo(exit);
    }
}
