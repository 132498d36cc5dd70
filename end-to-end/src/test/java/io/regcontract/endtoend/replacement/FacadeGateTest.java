package io.regcontract.endtoend.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.facade.Facade;
import io.regcontract.facade.Fault;
import io.regcontract.report.cli.ReportsCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gate on a run against a replacement: passes by what is in scope, and tells with it how much is not. */
@Tag("long")
class FacadeGateTest {

    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();

    @Test
    void passesByWhatIsInScopeAndTellsWhatIsNot() throws IOException {
        try (var facade = Facade.start()) {
            FacadeRun.observe(facade, root, "codes");
        }

        assertThat(gate()).as(out.toString()).isZero();
        assertThat(verdict().path("sentence").stringValue())
                .containsPattern("Out of scope: [0-9]+ of [0-9]+ codes, [0-9]+ of [0-9]+ requirements\\.$");
        assertThat(verdict().at("/requirements/out-of-scope").intValue()).isPositive();
        assertThat(verdict().at("/requirements/contradicted").intValue()).isZero();
        for (var file : new String[] {"summary.md", "junit.xml", "index.html", "metrics.prom"}) {
            assertThat(Files.readString(
                            root.resolve("reports/target/regcontract").resolve(file)))
                    .as(file)
                    .contains("out-of-scope");
        }
        assertThat(out.toString()).contains("out-of-scope");
    }

    @Test
    void failsByWhatIsWrongInScope() throws IOException {
        try (var facade = Facade.start(EnumSet.allOf(Fault.class))) {
            FacadeRun.observe(facade, root, "codes");
        }

        assertThat(gate()).as(out.toString()).isEqualTo(1);
        assertThat(verdict().at("/requirements/contradicted").intValue()).isPositive();
        assertThat(verdict().path("sentence").stringValue()).contains("contradicted", "Out of scope: ");
    }

    private int gate() throws IOException {
        var policy = Files.createDirectories(root.resolve("reports/policy"));
        Files.copy(
                Path.of(System.getProperty("regcontract.root", "..")).resolve("reports/policy/gate.yaml"),
                policy.resolve("gate.yaml"));
        var printer = new PrintWriter(out, true);
        return ReportsCommand.execute(
                printer, printer, "gate", "--root", root.toString(), "--run", "against-the-facade");
    }

    private JsonNode verdict() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(root.resolve("reports/target/regcontract/verdict.json")));
    }
}
