package io.regcontract.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path root;

    @BeforeEach
    void copyTheProfiles() throws IOException {
        var from = Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles");
        var to = Files.createDirectories(root.resolve("environments/profiles"));
        for (var name : new String[] {"simulator.yaml", "local.yaml"}) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    @Test
    void plansWithoutSendingOrWritingAnything() throws IOException {
        assertThat(execute("plan", "--code=361", "--seed=7", "--threads=2")).isZero();

        assertThat(out.toString())
                .startsWith(
                        "plan   env simulator (simulator, dialect documented) at embedded   --code=361   2 at a time"
                                + "   seed 7")
                .contains("  REG-361.entity-create.duplicate-value   another record holds")
                .endsWith("requirements would be driven. Nothing was sent." + System.lineSeparator());
        try (var files = Files.list(root)) {
            assertThat(files).containsExactly(root.resolve("environments"));
        }
    }

    @Test
    void runsAndSaysWhereTheRecordIs() {
        assertThat(execute("run", "--code=361,221", "--run=R1")).isZero();

        assertThat(out.toString())
                .containsPattern("[0-9]+ requirements: [0-9]+ holds\\R")
                .contains("Record: " + root.resolve("contract-tests/target/regcontract/runs/R1"));
        assertThat(root.resolve("contract-tests/target/regcontract/runs/R1/observations-simulator-1of1.jsonl"))
                .content()
                .contains("\"type\":\"footer\"");
    }

    @Test
    void saysWhatIsWrongInsteadOfRunning() {
        assertThat(execute("run", "--env=nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere").contains("simulator");

        assertThat(execute("plan", "--code=1")).isEqualTo(2);
        assertThat(err.toString()).contains("'1' is no code");

        assertThat(execute("plan", "--colour=red")).isEqualTo(2);
        assertThat(err.toString()).contains("--colour=red").doesNotContain("\tat ");
    }

    @Test
    void namesTheOptionsOfTheJarToWhoeverRunsTheJar() {
        for (var wrong : List.of(
                "--code=abc",
                "--seed=x",
                "--shard=5/4",
                "--shard=x",
                "--shard=ci",
                "--req=none",
                "--operation=/none")) {
            assertThat(execute("plan", wrong)).as(wrong).isEqualTo(2);
        }
        assertThat(execute("run", "--code=abc")).isEqualTo(2);
        assertThat(execute("preflight")).isEqualTo(2);

        assertThat(err.toString())
                .contains("as in --code=361,36x", "as in --seed=7", "as in --shard=1/4", "Write --shard=i/n instead.")
                .contains("nothing matches --req=none", "'plan --scope=operations' lists them all.")
                .contains("Choose another environment with --env=NAME.")
                .doesNotContain("-D", "mvnw");
    }

    @Test
    void namesTheOptionsOfMavenToWhoeverRunsMaven() {
        assertThat(SuiteCommand.commandLine(OptionNames.MAVEN)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute("plan", "--root=" + root, "--req=none"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("nothing matches -Dreq=none: no requirement would be driven."
                        + " ./mvnw -Dplan verify -Dscope=operations lists them all.");
    }

    @Test
    void plansWithoutTheSecretsThatOnlyARunNeeds() throws IOException {
        var local = root.resolve("environments/profiles/local.yaml");
        Files.writeString(
                local,
                Files.readString(local)
                        .replace("env:REGCONTRACT_BASE_URL", "http://127.0.0.1:9")
                        .replace("env:REGCONTRACT_", "env:NOT_SET_IN_ANY_TEST_"));

        assertThat(execute("plan", "--env=local", "--code=361")).isZero();
        assertThat(out.toString()).contains("at http://127.0.0.1:9").contains("Nothing was sent.");

        assertThat(execute("preflight", "--env=local")).isEqualTo(2);
        assertThat(err.toString())
                .contains("NOT_SET_IN_ANY_TEST_OWNER_CLIENT_SECRET is not set")
                .contains("NOT_SET_IN_ANY_TEST_LOGIN_CLIENT_ID is not set");
    }

    @Test
    void refusesASecretInAProfileAlsoForAPlan() throws IOException {
        var local = root.resolve("environments/profiles/local.yaml");
        Files.writeString(
                local,
                Files.readString(local)
                        .replace("env:REGCONTRACT_BASE_URL", "http://127.0.0.1:9")
                        .replace("env:REGCONTRACT_OWNER_CLIENT_SECRET", "letmein"));

        assertThat(execute("plan", "--env=local")).isEqualTo(2);
        assertThat(err.toString())
                .contains("a secret must not stand in a profile")
                .doesNotContain("letmein");
    }

    /** Each would be a path, a line of a record or both. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "v1.2.3",
                "a b",
                "\u00e9",
                "x:y",
                "feature/x",
                "../../../x/evil",
                "/evil",
                "-x",
                "_x",
                "x\u0000",
                "x\n"
            })
    void refusesARunOrAnAttemptThatIsNoIdBeforeAnythingIsWritten(String id) throws IOException {
        assertThat(execute("run", "--code=361", "--run=" + id)).isEqualTo(2);
        assertThat(execute("run", "--code=361", "--run=R1", "--attempt=" + id)).isEqualTo(2);
        assertThat(execute("plan", "--run=" + id)).isEqualTo(2);
        assertThat(execute("run", "--run=" + "x".repeat(65))).isEqualTo(2);

        assertThat(err.toString())
                .contains("is not the id of a run: it takes 1 to 64 letters", "with --run=ID.", "with --attempt=ID")
                .doesNotContain("\tat ", "-D");
        assertThat(filesIn(root)).containsExactly(root.resolve("environments"));
        assertThat(root.resolveSibling("x")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--env=../../x",
                "--env=/etc/passwd",
                "--shard=1/0",
                "--shard=../1",
                "--failed-from=../..",
                "--scope=../x",
                "--seed=1e9",
                "--threads=0",
                "--req=../\u0000"
            })
    void refusesWhatIsNotInOrderBeforeAnythingIsSent(String option) {
        assertThat(execute("run", "--run=R1", "--code=361", option)).isEqualTo(2);

        assertThat(err.toString()).isNotBlank().doesNotContain("\tat ").doesNotContain("defect of regcontract");
    }

    /** A script that could not fill in the directory does not mean the one that it happens to stand in. */
    @Test
    void refusesAnEmptyDirectory() {
        assertThat(SuiteCommand.commandLine(OptionNames.COMMAND)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute("plan", "--root="))
                .isEqualTo(2);

        assertThat(err.toString()).isEqualToIgnoringNewLines("--root is empty: it names the project's directory.");
    }

    /** A CI's id repeats when its pipeline is tried again. */
    @Test
    void setsAnEarlierRunOfTheSameIdAsideAndRecordsThisOne() throws IOException {
        var run = root.resolve("contract-tests/target/regcontract/runs/R1");
        var record = run.resolve("observations-simulator-1of1.jsonl");
        assertThat(execute("run", "--code=361", "--run=R1", "--attempt=first")).isZero();
        assertThat(record).content().contains("\"attempt\":\"first\"");

        assertThat(execute("run", "--code=361", "--run=R1", "--attempt=second")).isZero();

        assertThat(record).content().contains("\"attempt\":\"second\"").doesNotContain("\"attempt\":\"first\"");
        assertThat(run.resolve("earlier/1/observations-simulator-1of1.jsonl"))
                .content()
                .contains("\"attempt\":\"first\"");
        assertThat(out.toString()).contains("Attempt: second");
    }

    /** A run that cannot begin is no reason to let an earlier one stand for it. */
    @Test
    void setsAnEarlierRunAsideWhereThisOneIsRefused() throws IOException {
        var run = root.resolve("contract-tests/target/regcontract/runs/R1");
        assertThat(execute("run", "--code=361", "--run=R1")).isZero();

        assertThat(execute("run", "--code=1", "--run=R1")).isEqualTo(2);

        assertThat(run.resolve("observations-simulator-1of1.jsonl"))
                .content()
                .contains("\"type\":\"refusal\"")
                .doesNotContain("\"type\":\"observation\"");
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }

    private int execute(String command, String... options) {
        var arguments = new ArrayList<>(List.of(command, "--root=" + root));
        arguments.addAll(List.of(options));
        return SuiteCommand.commandLine(OptionNames.COMMAND)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void callsAReadOnlyDirectoryNoDefectOfItsOwn() {
        var refused = new FileSystemException("/tmp/regcontract-x", null, "Read-only file system");

        assertThat(SuiteCommand.message(new UncheckedIOException(refused)))
                .startsWith(
                        "The file system does not let the suite use a file (FileSystemException): /tmp/regcontract-x:"
                                + " Read-only file system. Make its directory writable")
                .doesNotContain("defect");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void callsAFullDiskNoDefectOfItsOwn() {
        var full = catchThrowableOfType(IOException.class, () -> Files.writeString(Path.of("/dev/full"), "a line"));

        assertThat(SuiteCommand.message(new UncheckedIOException(full)))
                .isEqualTo(
                        "No room is left on the disk that the run writes to, so that its record ends early. Make room and"
                                + " run again; nothing was found out about the service.");
        assertThat(SuiteCommand.message(new IllegalStateException("oops")))
                .isEqualTo(
                        "The suite itself failed: java.lang.IllegalStateException: oops. That is a defect of regcontract,"
                                + " please report it.");
    }
}
