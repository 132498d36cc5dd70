package io.regcontract.report.build;

import static io.regcontract.report.Codes.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.report.build.ProjectCopy.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdict of an earlier run: gone once a verify has begun, however that ends, and left alone by what judges nothing. */
@Tag("long")
final class EarlierVerdictTest {

    private static final String GREEN = counted("{\"verdict\":\"pass\",\"exitCode\":0,\"codes\":{\"proven\":{all}}}");

    /** What the suite's own program says is what a person asked for; what Maven's plugins remark upon is not. */
    private static final Pattern NOISE =
            Pattern.compile("already exists in destination|Overwriting|Unknown keyword|in the shaded jar");

    @TempDir
    private Path directory;

    private ProjectCopy project;
    private Path verdict;
    private List<Path> reports;

    @BeforeEach
    void aGreenRunCameBefore() throws IOException {
        var copy = directory.resolve("copy");
        project = ProjectCopy.of(Path.of(System.getProperty("regcontract.root", "..")), copy);
        verdict = copy.resolve("reports/target/regcontract/verdict.json");
        reports = List.of(verdict.resolveSibling("index.html"), copy.resolve("reports/target/allure/index.html"));
        Files.createDirectories(verdict.getParent());
        Files.writeString(verdict, GREEN);
        for (var report : reports) {
            Files.createDirectories(report.getParent());
            Files.writeString(report, "<p>green</p>");
        }
    }

    @Test
    void staysWhereNothingIsJudgedAndTheAnswerComesLast() throws IOException {
        var packaged = project.build("package");
        stays(packaged);
        assertThat(packaged.lastScreen()).contains("BUILD SUCCESS");

        var plan = project.verify("-Dplan", "-Dcode=361", "-Dscope=codes");
        stays(plan);
        assertThat(plan.lastScreen()).contains("REG-361.entity-create.duplicate-value");

        // There is nothing to look at before a simulator that the run starts itself.
        refused(project.verify("-Dpreflight"), "there is nothing to look at");
        refused(project.verify("-Dplan", "-Denv=stagign"), "stagign");
    }

    private void refused(Ended ended, String words) throws IOException {
        assertThat(ended.exit()).as(ended.output()).isEqualTo(1);
        assertThat(Files.readString(verdict)).isEqualTo(GREEN);
        assertThat(ended.lastScreen().lines().reduce("", (before, last) -> last))
                .contains(words)
                .doesNotContain("[ERROR]");
    }

    private void stays(Ended ended) throws IOException {
        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(Files.readString(verdict)).isEqualTo(GREEN);
        assertThat(reports).allSatisfy(report -> assertThat(report).hasContent("<p>green</p>"));
        assertThat(ended.output()).doesNotContainPattern(NOISE);
    }

    /** The first module does not compile, and whatever could be skipped is. */
    @Test
    void isGoneWhenAVerifyEndsBeforeItHasDrivenAnything() throws IOException {
        Files.writeString(
                directory.resolve("copy/schemas/src/main/java/io/regcontract/contract/model/ErrorCode.java"),
                "no Java",
                StandardOpenOption.APPEND);

        isUndecided(project.verify("-Dmaven.clean.skip", "-Dmaven.resources.skip", "-DskipITs", "-Dmaven.test.skip"));
    }

    @Test
    void isGoneAfterAVerifyOfAModuleThatJudgesNothing() {
        // No name of a run keeps the file from being read.
        var ended = project.verify("-pl", "schemas", "-Dregcontract.run=a\"b\\c");

        assertThat(ended.exit()).as(ended.output()).isZero();
        isUndecidedOnRecord(ended);
    }

    private void isUndecided(Ended ended) {
        assertThat(ended.exit()).as(ended.output()).isEqualTo(1);
        isUndecidedOnRecord(ended);
    }

    private void isUndecidedOnRecord(Ended ended) {
        assertThat(ended.verdict()).hasValueSatisfying(written -> {
            assertThat(written.path("verdict").asString()).isEqualTo("incomplete");
            assertThat(written.path("exitCode").asInt()).isEqualTo(4);
        });
        assertThat(reports).allSatisfy(report -> assertThat(report).doesNotExist());
    }
}
