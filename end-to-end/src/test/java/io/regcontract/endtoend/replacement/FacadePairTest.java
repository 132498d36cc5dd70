package io.regcontract.endtoend.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.RegcontractCommand;
import io.regcontract.contract.validation.FileFormats;
import io.regcontract.facade.Facade;
import io.regcontract.facade.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator beside a replacement: the pair names exactly what is wrong with it, in the words of one who compares. */
@Tag("long")
class FacadePairTest {

    private static final Path PROJECT = Path.of(System.getProperty("regcontract.root", ".."));

    private static final String DEVIATION =
            """
            deviations:
              - id: D-name
                code: 361
                check: body.error
                actual: constraint_violation
                reason: Our store has one name for all of these.
                owner: identity team
                review: %s
            """
                    .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(30));

    @TempDir
    private Path root;

    @Test
    void namesExactlyTheTenFaults() throws IOException {
        try (var facade = Facade.start(EnumSet.allOf(Fault.class))) {
            var said = new StringWriter();

            assertThat(paired(facade, "red", said)).as(said.toString()).isEqualTo(1);

            assertThat(promised(report("red")))
                    .isEqualTo(Stream.of(Fault.values())
                            .map(FacadePairTest::told)
                            .collect(Collectors.toCollection(TreeSet::new)));
            assertThat(said.toString()).contains("CONTRACT (exit 1): NEW does not keep ");
        }
    }

    @Test
    void passesWhereTheReplacementDoesWhatItShould() throws IOException {
        try (var facade = Facade.start()) {
            var said = new StringWriter();

            assertThat(paired(facade, "green", said)).as(said.toString()).isZero();

            var report = report("green");
            assertThat(promised(report)).isEmpty();
            assertThat(report.at("/requirements/out-of-scope").intValue()).isPositive();
            assertThat(report.at("/requirements/same").intValue()).isGreaterThan(20);
        }
    }

    @Test
    void failsByADeviationThatNothingBearsOut() throws IOException {
        try (var facade = Facade.start()) {
            var said = new StringWriter();

            assertThat(paired(facade, "stale", said, DEVIATION)).as(said.toString()).isEqualTo(1);

            assertThat(promised(report("stale"))).isEmpty();
            assertThat(said.toString())
                    .contains("CONTRACT (exit 1): NEW keeps all that OLD keeps, and what it declares is not so: body.error"
                            + " holds in REG-361.entity-update.duplicate-value, which D-name declares to differ.");
        }
    }

    @Test
    void saysThatTheGateOfTheNewOneIsRedThoughThePairIsGreen() throws IOException {
        try (var facade = Facade.start(EnumSet.of(Fault.TAKEN_VALUE_HAS_ANOTHER_NAME))) {
            paired(facade, "one", new StringWriter());
        }
        var run = run("-new").toString();
        var said = new StringWriter();

        // What both do wrong alike is lost by nobody.
        assertThat(RegcontractCommand.execute(
                        new PrintWriter(said), new PrintWriter(said), "pair", "--root", root.toString(), run, run))
                .as(said.toString())
                .isZero();

        assertThat(said.toString())
                .contains("[REMARK] NEW keeps what OLD keeps, and its own gate is red all the same: 1 of 43 codes"
                        + " contradicted (361)");
    }

    private Path run(String ending) throws IOException {
        try (var runs = Files.list(root.resolve("contract-tests/target/regcontract/runs"))) {
            return runs.filter(run -> run.toString().endsWith(ending)).findFirst().orElseThrow();
        }
    }

    @Test
    void passesByADeviationThatIsSo() throws IOException {
        try (var facade = Facade.start(EnumSet.of(Fault.TAKEN_VALUE_HAS_ANOTHER_NAME))) {
            var said = new StringWriter();

            assertThat(paired(facade, "declared", said, DEVIATION)).as(said.toString()).isZero();
        }
    }

    private int paired(Facade facade, String name, StringWriter said) throws IOException {
        return paired(facade, name, said, "");
    }

    private int paired(Facade facade, String name, StringWriter said, String more) throws IOException {
        copy("environments/profiles/simulator.yaml");
        copy("reports/policy/gate.yaml");
        FacadeRun.writeProfile(facade, root, more);
        return RegcontractCommand.execute(
                new PrintWriter(said),
                new PrintWriter(said),
                "pair",
                "--root",
                root.toString(),
                "--out",
                "target/facade-pair/" + name,
                "--confirm=" + FacadeRun.ENVIRONMENT,
                "simulator",
                FacadeRun.ENVIRONMENT);
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.copy(PROJECT.resolve(file), root.resolve(file));
    }

    private static JsonNode report(String name) throws IOException {
        var json = JsonMapper.shared().readTree(Files.readString(Path.of("target/facade-pair", name, "pair.json")));
        assertThat(FileFormats.validate("pair", json)).isEmpty();
        return json;
    }

    /** What differs of what the contract promises: code, operation, and the part of the answer. */
    private static Set<String> promised(JsonNode report) {
        var told = new TreeSet<String>();
        report.path("operations").forEach(operation -> operation
                .path("requirements")
                .forEach(requirement -> requirement.path("differences").forEach(one -> {
                    if (one.path("promised").booleanValue()) {
                        told.add(operation.path("code").intValue() + " "
                                + operation.path("operation").stringValue() + " "
                                + one.path("about").stringValue());
                    }
                })));
        return told;
    }

    private static String told(Fault fault) {
        return fault.code() + " " + fault.operation() + " "
                + switch (fault) {
                    case RECORD_NOT_FOUND_IS_404, EXPIRED_CODE_SUCCEEDS, UNKNOWN_ADDRESS_IS_A_WRONG_PASSWORD -> "code";
                    case TAKEN_VALUE_HAS_ANOTHER_NAME -> "name";
                    case UNKNOWN_ADDRESS_IS_NOT_DESCRIBED -> "field error_description";
                    case REFUSED_FORM_HAS_NO_TOKEN -> "token";
                    case WRONG_CODES_SHARE_A_TOKEN -> "token.unique";
                    case CONSTRAINT_NAMES_NO_ATTRIBUTE -> "field attribute_name";
                    case UNKNOWN_ADDRESS_HAS_ANOTHER_STAT -> "body.stat";
                    case EVERY_FILTER_IS_WRONG -> "twin.succeeds";
                };
    }
}
