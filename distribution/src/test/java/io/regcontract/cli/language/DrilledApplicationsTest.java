package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The applications of {@code ci/consumers/drilled}, one careless and one careful, as their page has them drilled: 500
 * for the first who signs in, 510 for the next, maintenance at the second page of an export, and all of it again after
 * the drills are undone.
 */
@Tag("long")
class DrilledApplicationsTest {

    private static final Path APPLICATIONS = Path.of(System.getProperty("regcontract.root"), "ci/consumers/drilled");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final String OPTIONS =
            """
            --drill storage-fails-reads --at /oauth/auth_native_traditional --times 1 \
            --code 510 --at /oauth/auth_native_traditional --from 2 --times 100 \
            --code 480 --at /entity.find --from 2 --again""";

    @TempDir
    private Path directory;

    @Test
    void findsWhatTheCarelessOneInJavaDoes() throws Exception {
        drill(1, JAVA, "Careless.java");

        expectCarelessness();
    }

    @Test
    void findsWhatTheCarelessOneInNodeDoes() throws Exception {
        Program.require("node");
        drill(1, "node", "careless.mjs");

        expectCarelessness();
    }

    @Test
    void findsNothingForbiddenInTheCarefulOneInJava() throws Exception {
        drill(0, JAVA, "Careful.java");

        expectCare();
    }

    @Test
    void findsNothingForbiddenInTheCarefulOneInNode() throws Exception {
        Program.require("node");
        drill(0, "node", "careful.mjs");

        expectCare();
    }

    /** A page whose command is not the one that is run proves nothing. */
    @Test
    void runsTheCommandOfThePage() throws IOException {
        assertThat(Files.readString(APPLICATIONS.resolve("README.md")).replaceAll("[\\s\\\\]+", " "))
                .contains(OPTIONS);
    }

    /** 200 taken for a success, a storm at 510, "wrong password" at 500. */
    private void expectCarelessness() throws IOException {
        var failing = report().path("findings")
                .valueStream()
                .filter(finding -> finding.path("level").stringValue().equals("fails"))
                .toList();
        assertThat(failing)
                .extracting(finding -> finding.path("name").stringValue())
                .contains("retry-storm", "told-otherwise")
                .allMatch(List.of("retry-storm", "told-otherwise")::contains);
        assertThat(failing)
                .extracting(finding -> finding.path("sentence").stringValue())
                .contains(
                        "The application told wrong-password=1 (armed); calls that were answered with 210, 211, 212,"
                                + " 213: 0.",
                        "The application told records=2 (armed); records of the type user that are there: 5.");
        assertThat(standing("510")).isEqualTo("answered by a storm");
        assertThat(exitStatus()).containsExactly(0, 0);
    }

    private void expectCare() throws IOException {
        assertThat(report().path("findings")
                        .valueStream()
                        .filter(finding -> !finding.path("level").stringValue().equals("warns")))
                .isEmpty();
        for (var code : List.of("480", "500", "510")) {
            assertThat(standing(code)).as(code).isEqualTo("met");
        }
        assertThat(exitStatus()).containsExactly(75, 0);
    }

    private String standing(String code) throws IOException {
        return report().path("codes")
                .valueStream()
                .filter(each -> each.path("code").asString().equals(code))
                .map(each -> each.path("standing").stringValue())
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> exitStatus() throws IOException {
        return report().path("phases")
                .valueStream()
                .map(phase -> phase.path("exitStatus").intValue())
                .toList();
    }

    private void drill(int exit, String program, String file) throws IOException, InterruptedException {
        var words =
                new ArrayList<>(List.of(JAVA, "-jar", RunnableJar.in(directory).toString(), "drill"));
        words.addAll(List.of(OPTIONS.split("\\s+")));
        words.addAll(List.of("--require", APPLICATIONS.resolve("policy.yaml").toString()));
        words.addAll(List.of("--", program, APPLICATIONS.resolve(file).toString()));

        var ended = Program.run(directory, Map.of(), words);

        assertThat(ended.exit()).as(ended.output()).isEqualTo(exit);
    }

    private JsonNode report() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(directory.resolve("drill-report/drills.json")));
    }
}
