package io.regcontract.drill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.RegcontractCommand;
import io.regcontract.contract.validation.FileFormats;
import io.regcontract.simulator.RegistrationSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command with programs that print nothing: they share the console of this process. */
class DrillCommandTest {

    private static final String TOKEN = "a-control-token-of-tests";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void letsACommandMeetAnErrorAndRunsItAgain() throws IOException {
        assertThat(drill(List.of("--code", "480", "--at", "/entity.count", "--from", "2", "--again"), "call", "call"))
                .as(out + "" + err)
                .isZero();

        assertThat(out.toString())
                .contains(
                        "armed: the command ended with exit status 0; 2 calls; drill maintenance took effect.",
                        "run again: the command ended with exit status 0; 2 calls.",
                        "  480 api_feature_disabled       met                      1  /entity.count");
        var report = report();
        assertThat(report.at("/phases/0/drills/0/aims").toString()).isEqualTo("[\"at /entity.count\",\"from call 2\"]");
        assertThat(report.path("result").stringValue()).isEqualTo("pass");
        assertThat(directory.resolve("report")).isDirectoryContaining("glob:**/junit.xml");
    }

    @Test
    void comparesWhatTheCommandWroteWithTheRecords() throws IOException {
        assertThat(drill(List.of("--told", "records=0"), "call", "tell=created=3", "tell=nonsense"))
                .isEqualTo(1);

        assertThat(report().path("told").valueStream().map(told -> told.path("agreement")
                        .stringValue()))
                .containsExactly("differs", "agrees");
        assertThat(out.toString()).contains("told-unreadable: What the command wrote to REGCONTRACT_TOLD_FILE");
    }

    @Test
    void endsWith1WhereARequiredErrorWasNotMet() throws IOException {
        var policy = Files.writeString(
                directory.resolve("policy.yaml"), "format: regcontract/drill-policy/1\ncodes: [{ code: \"510\" }]\n");

        assertThat(drill(List.of("--require", policy.toString()), "call")).isEqualTo(1);

        assertThat(out.toString()).contains("code-not-met (510): Required at " + policy + ":2 and never met");
    }

    @Test
    void endsWith4WhereNothingWasCalled() throws IOException {
        assertThat(drill(List.of())).isEqualTo(4);

        assertThat(out.toString()).contains("NOTHING-CALLED (exit 4)", "REGCONTRACT_BASE_URL");
        assertThat(report().path("exitCode").intValue()).isEqualTo(4);
    }

    @Test
    void takesADyingCommandForWhatItIs() throws IOException {
        assertThat(drill(List.of(), "call", "die")).isEqualTo(1);

        assertThat(report().at("/phases/0/ended").stringValue()).isEqualTo("signalled");
        assertThat(out.toString()).contains("ended-by-signal");
    }

    @Test
    void putsNoSecretAndNoArgumentIntoTheReport() throws IOException {
        drill(List.of("--code", "480"), "call", "tell=records=0");

        for (var file : List.of("index.html", "drills.json", "junit.xml")) {
            assertThat(Files.readString(directory.resolve("report").resolve(file)))
                    .doesNotContain("tell=", CallingProgram.class.getName());
        }
        assertThat(report().path("command").stringValue()).isEqualTo("java");
    }

    @Test
    void namesTheScriptOfACommandAndNothingThatFollowsIt() throws IOException {
        var script = Files.writeString(directory.resolve("export.sh"), "exit 0\n");
        var report = directory.resolve("report").toString();

        execute("drill", "--out", report, "--", "sh", script.toString(), "hunter2");
        assertThat(report().path("command").stringValue()).isEqualTo("sh export.sh");

        execute("drill", "--out", report, "--", "sh", "s3cr3t-of-somebody");
        assertThat(report().path("command").stringValue()).isEqualTo("sh");
    }

    @Test
    void countsThePeopleWhoWereThereBefore() throws IOException {
        assertThat(drill(List.of("--people", "--told", "created=0"), "call"))
                .as(out + "" + err)
                .isZero();

        assertThat(report().at("/told/0/agreement").stringValue()).isEqualTo("agrees");
    }

    @Test
    void beginsWithTheRecordsOfATenant() throws IOException {
        var records = Files.writeString(
                directory.resolve("people.ndjson"),
                "{\"id\":7,\"email\":\"ada@example.com\"}\n{\"id\":9,\"email\":\"bob@example.com\"}\n");

        assertThat(drill(List.of("--records", records.toString(), "--told", "records=2"), "call"))
                .as(out + "" + err)
                .isZero();

        assertThat(report().at("/told/0/agreement").stringValue()).isEqualTo("agrees");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--at /entity| --at narrows the drill that is named before it",
                "--code 999| --code: no documented code is 999",
                "--records no-such-file.ndjson| no-such-file.ndjson",
                "--type no-such-file.json| no-such-file.json",
                "--code 100| Only the caller can cause 100: the journal tells when it did.",
                "--drill none| There is no drill \"none\"; 'regcontract drill list' lists them all.",
                "--code 480 --at /entity.none| cannot show at /entity.none",
                "--code 414 --from 0| --from must be a whole number",
                "--code 414 --from abc| is no whole number",
                "--told-type nix| --told-type: the application has no entity type 'nix'",
                "--code soon| --code",
                "--told created| --told: 'created' is no claim",
                "--told creatd=1| did you mean created",
                "--timeout 0| --timeout takes 1 to 86400 seconds",
                "--application -shop| --application takes 1 to 63 letters",
                "--dialect frisian| Unknown dialect",
                "--require none.yaml| none.yaml: there is no such file",
                "--control http://127.0.0.1:1| A command gets a simulator of its own"
            })
    void refusesWhatCannotBeUsedInASentence(String options, String sentence) {
        assertThat(drill(List.of(options.split(" ")), "call")).isEqualTo(2);

        assertThat(err.toString()).contains(sentence).doesNotContain("\tat ", "Exception");
        assertThat(directory.resolve("report/drills.json")).doesNotExist();
    }

    @Test
    void saysThatThereIsNoSuchProgramAndNamesOneWhereNoneIsNamed() {
        assertThat(execute("drill", "--out", directory.resolve("report").toString(), "--", "no-such-program", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("There is no program 'no-such-program'");

        assertThat(execute("drill")).isEqualTo(2);
        assertThat(err.toString()).contains("Name the command to run");
    }

    @Test
    void looksAtTheDirectoryBeforeAnythingRuns() throws IOException {
        var taken = Files.writeString(directory.resolve("file"), "");
        var mark = directory.resolve("mark");

        assertThat(execute("drill", "--out", taken.toString(), "--", "touch", mark.toString()))
                .isEqualTo(2);

        assertThat(err.toString()).startsWith("--out '" + taken + "' is no directory");
        assertThat(mark).doesNotExist();
    }

    @Test
    void namesNoDirectoryByAnEmptyValue() {
        assertThat(execute("drill", "--out", "", "--", "touch", "x")).isEqualTo(2);

        assertThat(err.toString()).startsWith("--out has no value");
    }

    @Test
    void wantsBothAddressAndTokenOfASimulatorThatIsRunning() {
        assertThat(execute("drill", "list", "--control", "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(err.toString()).contains("Name a running simulator by both");

        assertThat(execute("drill", "list", "--control", "127.0.0.1", "--token", "env:X"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--control takes the base address");

        assertThat(execute("drill", "list", "--control", "http://127.0.0.1:1", "--token", "secret"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--token takes no secret itself");
    }

    @Test
    void showsNoTokenThatNoHeaderCanCarry() throws IOException {
        var token = Files.writeString(directory.resolve("token"), "secret-\u20ac");

        assertThat(execute("drill", "list", "--control", "http://127.0.0.1:1", "--token", "file:" + token))
                .isEqualTo(2);

        assertThat(err.toString()).startsWith("--token leads to a secret").doesNotContain("secret-");
    }

    @Test
    void armsAllOrNoneAtASimulatorThatIsRunning() throws IOException {
        try (var simulator = RegistrationSimulator.builder().controlToken(TOKEN).start()) {
            var token = Files.writeString(directory.resolve("token"), TOKEN);

            assertThat(execute(
                            "drill",
                            "--code",
                            "480",
                            "--code",
                            "999",
                            "--control",
                            simulator.baseAddress().toString(),
                            "--token",
                            "file:" + token))
                    .isEqualTo(2);

            assertThat(simulator.control().armedDrills()).isEmpty();
        }
    }

    @Test
    void leavesNoReportOfAnEarlierDrill() throws IOException {
        drill(List.of(), "call");

        assertThat(drill(List.of("--code", "999"), "call")).isEqualTo(2);

        assertThat(directory.resolve("report/drills.json")).doesNotExist();
    }

    @Test
    void armsListsUndoesAndReportsAtASimulatorThatIsRunning() throws IOException {
        try (var simulator = RegistrationSimulator.builder().controlToken(TOKEN).start()) {
            var token = Files.writeString(directory.resolve("token"), TOKEN);
            String[] there = {"--control", simulator.baseAddress().toString(), "--token", "file:" + token};

            assertThat(execute(join(there, "drill", "--code", "480")))
                    .as(err.toString())
                    .isZero();
            var id = out.toString().strip().replaceAll(".* id ", "");
            assertThat(out.toString()).startsWith("Armed: maintenance (480), id ");

            assertThat(execute(join(there, "drill", "list"))).isZero();
            assertThat(out.toString()).contains("414  access-token-expired", "Armed:", id);

            assertThat(execute(join(there, "drill", "undo", "none", id))).isEqualTo(2);
            assertThat(err.toString()).contains("'none': nothing was undone");
            assertThat(execute(join(there, "drill", "undo", id))).isZero();
            assertThat(simulator.control().armedDrills()).isEmpty();

            var report = directory.resolve("report").toString();
            assertThat(execute(join(there, "drill", "report", "--out", report))).isEqualTo(4);
            assertThat(report().path("command").stringValue()).isEmpty();
            assertThat(out + "" + err).doesNotContain(TOKEN);
        }
    }

    @Test
    void endsWith3WhereNoSimulatorAnswers() throws IOException {
        var simulator = RegistrationSimulator.builder().start();
        var address = simulator.baseAddress().toString();
        simulator.close();
        var token = Files.writeString(directory.resolve("token"), TOKEN);

        assertThat(execute("drill", "list", "--control", address, "--token", "file:" + token))
                .isEqualTo(3);

        assertThat(err.toString()).contains("does not answer").doesNotContain("\tat ", "java.", "Exception");
    }

    @Test
    void saysWhichOptionASimulatorThatIsRunningRefuses() throws IOException {
        try (var simulator = RegistrationSimulator.builder().controlToken(TOKEN).start()) {
            var address = simulator.baseAddress().toString();
            var wrong = Files.writeString(directory.resolve("wrong"), "another-control-token");
            var token = Files.writeString(directory.resolve("token"), TOKEN);

            assertThat(execute("drill", "list", "--control", address, "--token", "file:" + wrong))
                    .isEqualTo(2);
            assertThat(err.toString()).startsWith("--token: the simulator refuses this control token.");

            assertThat(execute(
                            "drill", "list", "--application", "nope", "--control", address, "--token", "file:" + token))
                    .isEqualTo(2);
            assertThat(err.toString()).startsWith("There is no application nope. Name it with --application.");
        }
    }

    @Test
    void showsADrillWithoutACodeThatTheCommandMet() throws IOException {
        assertThat(drill(List.of("--drill", "gateway-error-page", "--times", "1"), "call"))
                .as(out + "" + err)
                .isZero();

        assertThat(out.toString())
                .contains(
                        "  gateway-error-page             met                      1", "gateway-error-page met 1 time");
        assertThat(report().at("/troubles/0/times").intValue()).isEqualTo(1);
        assertThat(report().at("/phases/0/drills/0/aims").toString()).isEqualTo("[\"for 1 call\"]");
        assertThat(Files.readString(directory.resolve("report/index.html"))).doesNotContain("It has met none");
    }

    @Test
    void saysThatCallsCameForWhichADrillCouldChangeNothing() throws IOException {
        assertThat(drill(List.of("--drill", "application-id-unknown", "--at", "/entity.count"), "call"))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("1 call came that it is aimed at, at /entity.count, but it could change nothing for it.");
        assertThat(report().at("/phases/0/drills/0/passedOver").intValue()).isEqualTo(1);
    }

    @Test
    void listsAllDrillsWithoutASimulatorOfOnesOwn() {
        assertThat(execute("drill", "list")).isZero();

        assertThat(out.toString())
                .contains("480  maintenance", "Ends: ", "At: /entity, ", "At: all ")
                .doesNotContain("Armed");
    }

    private int drill(List<String> options, String... program) {
        var words = new ArrayList<String>(
                List.of("drill", "--out", directory.resolve("report").toString()));
        words.addAll(options);
        words.add("--");
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", testClasses(), CallingProgram.class.getName()));
        words.addAll(List.of(program));
        return execute(words.toArray(String[]::new));
    }

    private int execute(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return RegcontractCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    private JsonNode report() throws IOException {
        var json = JsonMapper.shared().readTree(Files.readString(directory.resolve("report/drills.json")));
        assertThat(FileFormats.validate("drill-report", json)).isEmpty();
        return json;
    }

    private static String[] join(String[] last, String... first) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(last)).toArray(String[]::new);
    }

    static String testClasses() {
        return Path.of(CallingProgram.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }
}
