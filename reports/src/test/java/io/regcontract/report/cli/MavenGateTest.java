package io.regcontract.report.cli;

import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenGateTest {

    @TempDir
    private Path root;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void letsAPassThroughThoughThereIsNoAllureReport() {
        record(new RecordBuilder());

        assertThatCode(this::gate).doesNotThrowAnyException();
        assertThat(root.resolve("reports/target/regcontract/verdict.json")).exists();
        assertThat(console.toString(StandardCharsets.UTF_8).lines())
                .endsWith(
                        "",
                        "Record: " + root.resolve("contract-tests/target/regcontract/runs/" + RUN),
                        "Allure report: none, this run left no results for one.",
                        "PASS (exit 0): All 43 codes are proven, by 43 requirements. See "
                                + root.resolve("reports/target/regcontract/verdict.json"));
    }

    @Test
    void throwsTheVerdictAsOneLineWithoutATrace() {
        record(new RecordBuilder().of(361, failing("body.code", "361", "200")));

        assertThatThrownBy(this::gate)
                .isInstanceOf(GateClosedException.class)
                .hasMessage("CONTRACT (exit 1): 1 of 43 codes contradicted (361); 42 proven. See "
                        + root.resolve("reports/target/regcontract/verdict.json"))
                .satisfies(closed -> assertThat(closed.getStackTrace()).isEmpty());
    }

    @Test
    void judgesAlthoughTheAllureReportFails() throws IOException {
        record(new RecordBuilder());
        var results = Files.createDirectories(root.resolve("contract-tests/target/regcontract/runs")
                .resolve(RUN)
                .resolve("allure-results"));
        Files.writeString(results.resolve("x-result.json"), "{}");
        Files.createDirectories(root.resolve("allure/allure-0"));

        assertThatCode(this::gate).doesNotThrowAnyException();
        assertThat(root.resolve("reports/target/allure.log")).exists();
    }

    private void record(RecordBuilder record) {
        ShippedPolicy.copyTo(root);
        record.writeTo(root.resolve("contract-tests/target/regcontract/runs"));
    }

    private void gate() {
        MavenGate.judge(
                new String[] {
                    "--root",
                    root.toString(),
                    "--run",
                    RUN,
                    "--allure",
                    root.resolve("allure").toString(),
                    "--as-of="
                },
                new PrintStream(console, true, StandardCharsets.UTF_8));
    }
}
