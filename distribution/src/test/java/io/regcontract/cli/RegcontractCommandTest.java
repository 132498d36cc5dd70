package io.regcontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegcontractCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static List<String> commands() {
        return List.of(
                "simulator",
                "plan",
                "preflight",
                "run",
                "sabotage",
                "janitor",
                "twin",
                "gate",
                "verify-attestation",
                "diff",
                "lint",
                "drill",
                "judge",
                "proxy",
                "health",
                "postman",
                "openapi",
                "class-archive",
                "version");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explainsEachCommandUnderItsName(String command) {
        assertThat(execute(command, "--help")).isZero();

        assertThat(out.toString()).startsWith("Usage: regcontract " + command + " [");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void answersAnOptionThatIsNoneInASentenceAndWith2(String command) {
        assertThat(execute(command, "--no-such-option")).isEqualTo(2);

        assertThat(err.toString()).contains("--help").doesNotContain("Exception", "\tat ", "Usage:");
    }

    @Test
    void namesTheCommandsToWhoeverNamesNone() {
        assertThat(execute()).isEqualTo(2);

        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "Name a command: simulator, plan, preflight, run, sabotage, janitor, twin, gate,"
                                + " verify-attestation, diff, lint, drill, judge, proxy, pair, health, postman, openapi, class-archive, version, generate-completion.Try 'regcontract --help'.");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(execute("simulater")).isEqualTo(2);

        assertThat(err.toString()).contains("'simulater'", "regcontract simulator");
    }

    @Test
    void listsAllCommandsInItsHelp() {
        assertThat(execute("--help")).isZero();

        assertThat(out.toString())
                .contains("  simulator ", "  run ", "  gate ", "  janitor ", "  generate-completion ");
    }

    @Test
    void saysWhichJavaRunsIt() {
        assertThat(execute("version")).isZero();

        assertThat(out.toString()).startsWith("regcontract ").contains("Java " + Runtime.version());
    }

    /** A person that asks any command for its version asks for that of the jar. */
    @ParameterizedTest
    @ValueSource(strings = {"simulator", "run", "gate"})
    void hasOneVersionForAllCommands(String command) {
        assertThat(execute(command, "--version")).isZero();

        assertThat(out.toString()).startsWith("regcontract ").contains("Java " + Runtime.version());
    }

    @Test
    void keepsTheExitCodesAndOptionNamesOfTheSuite() {
        assertThat(execute("plan", "--root=" + System.getProperty("regcontract.root"), "--req=none"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("nothing matches --req=none", "'plan --scope=operations'")
                .doesNotContain("-D", "mvnw");
    }

    @Test
    void keepsTheExitCodesOfTheGate(@TempDir Path directory) throws IOException {
        Files.createDirectory(directory.resolve("policy"));

        assertThat(execute(
                        "gate",
                        "--run=r1",
                        "--records=" + directory,
                        "--policy=" + directory.resolve("policy"),
                        "--out=" + directory.resolve("out")))
                .isEqualTo(2);
        assertThat(out.toString() + err).contains("gate.yaml");
    }

    @Test
    void takesOptionsFromAFile(@TempDir Path directory) throws IOException {
        var options = Files.writeString(
                directory.resolve("options"), "plan --env=nowhere\n--root=" + System.getProperty("regcontract.root"));

        assertThat(execute("@" + options)).isEqualTo(2);

        assertThat(err.toString()).contains("nowhere");
    }

    @Test
    void completesItsCommandsInTheShell() {
        assertThat(execute("generate-completion")).isZero();

        assertThat(out.toString()).contains("complete -F _complete_regcontract", "--dialect", "--baseline", "janitor");
    }

    @Test
    void refusesToMakeAnArchiveWithoutTheJar(@TempDir Path directory) {
        // The classes of this test come from directories, of which Java makes no archive.
        assertThat(execute("class-archive", directory.toString())).isEqualTo(2);

        assertThat(err.toString()).startsWith("No archive was made: ").doesNotContain("\tat ");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refusesToWriteACollectionWhereNoFileCanBe(@TempDir Path directory) throws IOException {
        var taken = Files.writeString(directory.resolve("file"), "");

        for (var file : List.of("", directory.toString(), taken.resolve("below").toString())) {
            err.getBuffer().setLength(0);

            assertThat(execute("postman", "--out", file)).as(file).isEqualTo(2);
            assertThat(err.toString())
                    .startsWith("--out '" + file + "'")
                    .contains("ame ")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void writesTheOpenApiDescriptionOfADialectToAFileOrTheOutput(@TempDir Path directory) throws IOException {
        var file = directory.resolve("below/openapi.yaml");

        assertThat(execute("openapi", "--dialect", "observed", "--out", file.toString()))
                .isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("OpenAPI description: " + file);
        assertThat(Files.readString(file)).startsWith("openapi: \"3.1.0\"\n").contains("request_id");
        out.getBuffer().setLength(0);

        assertThat(execute("openapi")).isZero();
        assertThat(out.toString()).startsWith("openapi: \"3.1.0\"\n").doesNotContain("request_id:");
    }

    @Test
    void refusesAnOpenApiDescriptionThatItCannotWrite(@TempDir Path directory) throws IOException {
        var taken = Files.writeString(directory.resolve("file"), "");

        for (var file : List.of("", directory.toString(), taken.resolve("below").toString())) {
            err.getBuffer().setLength(0);

            assertThat(execute("openapi", "--out", file)).as(file).isEqualTo(2);
            assertThat(err.toString())
                    .startsWith("--out '" + file + "'")
                    .contains("ame ")
                    .doesNotContain("\tat ");
        }
        err.getBuffer().setLength(0);
        assertThat(execute("openapi", "--dialect", "spoken")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--dialect 'spoken' is not known. Choose one of: documented, observed.");
    }

    private int execute(String... arguments) {
        return RegcontractCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
