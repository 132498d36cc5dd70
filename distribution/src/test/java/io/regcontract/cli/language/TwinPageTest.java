package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.validation.FileFormats;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands of docs/twin.md, as they stand there: two exports, and a simulator that begins with one of them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands of the page are those of a shell")
class TwinPageTest {

    private static final Pattern COMMAND = Pattern.compile("^    (regcontract (?:.*\\\\\\n)*.*)$", Pattern.MULTILINE);

    @TempDir
    private Path directory;

    private TwinTenant tenant;

    @BeforeEach
    void prepare() throws IOException {
        Program.require("sh");
        tenant = new TwinTenant(directory);
        Files.writeString(
                directory.resolve("flow.json"),
                tenant.simulator().control().flows().read("standard").document());
        var command = Files.writeString(
                Files.createDirectories(directory.resolve("bin")).resolve("regcontract"),
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -jar '"
                        + RunnableJar.in(directory) + "' \"$@\"\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void doWhatThePageSays() throws Exception {
        var commands = COMMAND.matcher(Page.of("docs/twin.md").text())
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .toList();
        assertThat(commands).hasSize(3);

        shell(commands.get(0));
        assertThat(FileFormats.validate("twin-export", json("tenant-2026-11/export.json")))
                .isEmpty();
        shell(commands.get(1));
        assertThat(directory.resolve("for-the-team/anonymise.key")).exists();
        assertThat(Files.readString(directory.resolve("for-the-team/records/user.ndjson")))
                .doesNotContain("@mail.example", "$2a$");

        // It serves until it is told to end: here, when it has said what it took.
        var output = shell(commands.get(2) + " --port 0 &\n" + "pid=$!\n"
                + "until [ -s import.json ] || ! kill -0 $pid; do sleep 0.1; done\n"
                + "kill $pid\nwait $pid\n[ $? -eq 143 ]");
        var report = json("import.json");
        assertThat(FileFormats.validate("import-report", report)).as(output).isEmpty();
        assertThat(report.path("taken").valueStream().map(line -> line.path("what")
                        .asString()))
                .contains(
                        "attributes of type user",
                        "settings of the application",
                        "clients",
                        "flow standard",
                        "records of type user");
        assertThat(report.path("changed").isEmpty()).isFalse();
    }

    private JsonNode json(String file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(directory.resolve(file)));
    }

    private String shell(String script) throws IOException, InterruptedException {
        var environment = new HashMap<>(TwinTenant.environment());
        environment.put("PATH", directory.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        var ended = Program.run(directory, environment, List.of("sh", "-c", script));
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended.output();
    }
}
