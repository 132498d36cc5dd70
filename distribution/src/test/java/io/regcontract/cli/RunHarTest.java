package io.regcontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RunHarTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path root;

    @BeforeEach
    void isAProject() throws IOException {
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        Files.copy(
                Path.of(System.getProperty("regcontract.root"), "environments/profiles/simulator.yaml"),
                profiles.resolve("simulator.yaml"));
    }

    @Test
    void writesWhatWasExchangedWithoutSecrets() throws IOException {
        var file = root.resolve("made/run.har");

        assertThat(run("--req=REG-361.entity-create.duplicate-value", "--har=" + file))
                .as(err.toString())
                .isZero();

        var text = Files.readString(file);
        var entries = JsonMapper.shared().readTree(text).path("log").path("entries");
        assertThat(out.toString()).contains("HAR: " + file + " (" + entries.size() + " exchanges)");
        assertThat(entries.valueStream())
                .extracting(entry -> entry.path("comment").stringValue())
                .contains(
                        "REG-361.entity-create.duplicate-value, set-up",
                        "REG-361.entity-create.duplicate-value, drive",
                        "REG-361.entity-create.duplicate-value, twin");
        assertThat(entries.valueStream()
                        .filter(entry -> entry.path("comment").stringValue().endsWith(", drive"))
                        .map(entry -> entry.at("/response/content/text").stringValue()))
                .singleElement()
                .asString()
                .contains("\"code\":361");
        assertThat(text).contains("\"Basic ${OWNER_CLIENT_SECRET_BASIC}\"").doesNotContainPattern("Basic [A-Za-z0-9]");
    }

    @Test
    void makesNoHarWhereNoneIsAskedFor() throws IOException {
        assertThat(run("--req=REG-361.entity-create.duplicate-value")).isZero();

        assertThat(out.toString()).doesNotContain("HAR");
        assertThat(root).isDirectoryNotContaining("glob:**/*.har");
    }

    @Test
    void refusesAHarThatItCannotWriteBeforeAnythingIsSent() throws IOException {
        var taken = Files.writeString(root.resolve("file"), "");

        for (var file :
                new String[] {"", root.toString(), taken.resolve("below").toString()}) {
            err.getBuffer().setLength(0);

            assertThat(run("--har", file)).as(file).isEqualTo(2);
            assertThat(err.toString())
                    .startsWith("--har '" + file + "'")
                    .contains("ame ")
                    .doesNotContain("\tat ");
        }
        assertThat(root.resolve("contract-tests")).doesNotExist();
    }

    private int run(String... more) {
        var arguments = new String[more.length + 3];
        arguments[0] = "run";
        arguments[1] = "--root";
        arguments[2] = root.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return RegcontractCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
