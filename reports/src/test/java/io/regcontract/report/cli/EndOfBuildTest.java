package io.regcontract.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program that ends as Maven does: with words of its own after those of the gate, and by leaving. */
class EndOfBuildTest {

    @Test
    void hasTheAnswerBelowWhateverElseIsSaid() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Build.class.getName())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said.lines())
                .containsExactly(
                        "[INFO] BUILD FAILURE", "[ERROR] [Help 1]", "", "CONTRACT (exit 1): 1 of 43 codes", "See it.");
    }

    /** Stands for Maven. */
    static final class Build {

        private Build() {}

        public static void main(String[] none) {
            EndOfBuild.say(List.of("CONTRACT (exit 1): 1 of 43 codes", "See it."));
            System.out.println("[INFO] BUILD FAILURE");
            System.out.println("[ERROR] [Help 1]");
            System.exit(1);
        }
    }
}
