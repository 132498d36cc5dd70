package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.loading.ContractFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the OpenAPI descriptions are what the simulator of this build answers. */
@Tag("long")
class OpenApiExamplesTest {

    private static final String FILE = "openapi/examples.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @TempDir
    private Path directory;

    @Test
    void haveTheShapeOfWhatTheSimulatorAnswers() throws IOException {
        var documented = examples("simulator");
        var observed = examples("simulator-observed");
        var made = JSON.createObjectNode();
        made.set("successes", documented.successes());
        made.set("documented", documented.errors());
        made.set("observed", observed.errors());
        var copy = Path.of(System.getProperty("regcontract.root"), "distribution/target/examples.json");
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, JSON.writeValueAsString(made) + "\n");

        var kept = ContractFiles.json(FILE);

        assertThat(AnswerExamples.shape(kept))
                .as("contract/%s; what was answered now is in %s, to read and copy over it", FILE, copy)
                .isEqualTo(AnswerExamples.shape(made));
    }

    private AnswerExamples examples(String profile) throws IOException {
        return new AnswerExamples(
                SuiteTraffic.of(profile, "operations", Files.createDirectory(directory.resolve(profile)))
                        .calls());
    }
}
