package io.regcontract.suite.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.cli.SuiteCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run left in a replacement goes over its control plane, through the gateway and the base path. */
class ReplacementJanitorTest {

    @TempDir
    private Path root;

    @Test
    void removesOverTheControlPlaneWhatARunCouldNot() throws IOException {
        try (var front = ReplacementFront.with(
                List.of("/entity", "/entity.find", "/entity.update"), Set.of("clients", "records", "types"))) {
            front.writeProfile(root, "");
            front.keep(true);
            said("run", "--confirm", "facade", "--code", "310,361");
            assertThat(left(front)).isNotEmpty();

            assertThat(said("janitor")).contains("entity type");
            assertThat(left(front)).isNotEmpty();
            front.keep(false);
            assertThat(said("janitor", "--delete")).doesNotContain("could not be removed");

            assertThat(left(front)).isEmpty();
            assertThat(said("janitor")).contains("Nothing is left behind in facade.");
            assertThat(front.outOfScope()).isZero();
            assertThat(front.withoutKey()).isZero();
        }
    }

    private String said(String command, String... options) {
        var said = new StringWriter();
        var printer = new PrintWriter(said);
        SuiteCommand.execute(
                printer,
                printer,
                Stream.concat(Stream.of(command, "--root", root.toString(), "--env", "facade"), Stream.of(options))
                        .toArray(String[]::new));
        return said.toString();
    }

    /** What bears the names of a run, in the application. */
    private static Set<String> left(ReplacementFront front) {
        var application = front.simulator().control();
        return Stream.concat(
                        application.clients().all().stream().map(Object::toString),
                        application.types().names().stream())
                .filter(text -> text.contains("regcontract"))
                .collect(Collectors.toSet());
    }
}
