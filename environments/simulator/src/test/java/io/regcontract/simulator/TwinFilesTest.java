package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.imports.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of an export that is not complete, and files that have gone since the start. */
class TwinFilesTest {

    @TempDir
    private Path directory;

    private Path type = Path.of("");
    private Path records = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(directory.resolve("types"));
        Files.createDirectories(directory.resolve("records"));
        type = written("types/user.json", "{'name':'user','attr_defs':[{'name':'email','type':'string'}]}");
        records = written("records/user.ndjson", "{'id':3,'email':'a@b.example'}\n{'id':4}\n");
    }

    @Test
    void saysThatAnExportIsNotCompleteAndStarts() throws IOException {
        var state = export(false);
        try (var simulator = twin().start()) {
            assertThat(simulator.imported().lines(ImportReport.Outcome.LEFT))
                    .extracting(ImportReport.Line::sentence)
                    .containsExactly("left: 1 rest of an export: it is not complete: user has 2 records so far."
                            + " This simulator has what is there; the same 'twin export' goes on with the rest ("
                            + state + ")");
            assertThat(simulator.control().records("user").count()).isEqualTo(2);
        }
    }

    @Test
    void saysSoAtEveryStart() throws IOException {
        var state = export(false);
        for (int start = 0; start < 2; start++) {
            try (var simulator = twin().state(directory.resolve("state")).start()) {
                assertThat(simulator.imported().lines(ImportReport.Outcome.LEFT))
                        .extracting(ImportReport.Line::file)
                        .contains(state);
            }
        }
    }

    @Test
    void saysNothingOfAnExportThatIsCompleteNorOfAnotherFileOfThatName() throws IOException {
        export(true);
        assertThatNothingIsLeft();
        written("export.json", "{'complete':false}");
        assertThatNothingIsLeft();
        written("export.json", "[1");
        assertThatNothingIsLeft();
    }

    @Test
    void losesNothingAtAResetWhenAFileHasGone() throws IOException {
        try (var simulator = twin().start()) {
            simulator.control().records("user").create(Map.of("email", "late@b.example"));
            simulator.control().applications().create("other");
            for (var file : new Path[] {records, type}) {
                var content = Files.readString(file);
                Files.delete(file);
                assertThatThrownBy(() -> simulator.control().applications().reset())
                        .isInstanceOf(ControlException.class)
                        .hasMessageContaining("A reset takes the files of the start again, and the file " + file
                                + " is not there, or cannot be read. Nothing was changed: put the file right, or start"
                                + " the simulator without it.");
                assertThat(simulator.control().records("user").count()).isEqualTo(3);
                assertThat(simulator
                                .control()
                                .application("other")
                                .records("user")
                                .count())
                        .isZero();
                Files.writeString(file, content);
            }
            simulator.control().applications().reset();
            assertThat(simulator.control().records("user").count()).isEqualTo(2);
        }
    }

    @Test
    void losesNothingAtAResetWhenAFileIsBrokenSince() throws IOException {
        try (var simulator = twin().state(directory.resolve("state")).start()) {
            Files.writeString(records, "{\"id\":3,\"email\":\"a@");
            assertThatThrownBy(() -> simulator.control().applications().reset())
                    .hasMessageContaining("the file " + records + ", line 1: the JSON ends too early");
            assertThat(simulator.control().records("user").count()).isEqualTo(2);
        }
    }

    private void assertThatNothingIsLeft() {
        try (var simulator = twin().start()) {
            assertThat(simulator.imported().lines(ImportReport.Outcome.LEFT)).isEmpty();
        }
    }

    private RegistrationSimulator.Builder twin() {
        return RegistrationSimulator.builder().type(type).records(records);
    }

    private Path export(boolean complete) throws IOException {
        return written(
                "export.json",
                "{'format':'regcontract/twin-export/1','complete':" + complete
                        + ",'types':[{'name':'user','records':2,'complete':" + complete + "}]}");
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), json(text));
    }
}
