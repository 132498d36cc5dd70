package io.regcontract.suite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.suite.scenario.Scenario;
import io.regcontract.suite.trial.SandboxProject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPlanTest {

    @TempDir
    private Path root;

    @BeforeEach
    void copyTheProfile() throws IOException {
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        Files.copy(
                Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles/simulator.yaml"),
                profiles.resolve("simulator.yaml"));
    }

    @Test
    void drivesTheWholeMatrixWhereCallsCostNothing() {
        var plan = plan(Map.of());

        assertThat(ids(plan))
                .containsExactlyElementsOf(ScenarioCatalogue.of(ScenarioCatalogue.Scope.MATRIX).scenarios().stream()
                        .map(Scenario::toString)
                        .toList());
        assertThat(plan.selection()).isEmpty();
    }

    @Test
    void drivesEveryCodeByItsConditionsWhereOthersSharePaceAndBudget() {
        SandboxProject.write(root, URI.create("http://127.0.0.1:1"), "", "");

        assertThat(ids(RunPlan.of(SandboxProject.settings(root, Map.of()))))
                .containsExactlyElementsOf(ScenarioCatalogue.byHand().scenarios().stream()
                        .map(Scenario::toString)
                        .toList());
    }

    @Test
    void choosesByCodeWithAnyDigit() {
        assertThat(plan(Map.of("code", "361,41x")).scenarios())
                .extracting(scenario -> scenario.requirement().code().code())
                .contains(361, 413, 414, 415, 416, 417)
                .allMatch(code -> code == 361 || code / 10 == 41);
    }

    @Test
    void choosesByOperationWithAndWithoutTheSlash() {
        assertThat(ids(plan(Map.of("operation", "/entity.create"))))
                .isNotEmpty()
                .isEqualTo(ids(plan(Map.of("operation", "entity.create"))));
    }

    @Test
    void choosesAmongEverythingKnownWhereAnIdIsBeyondWhatIsWrittenByHand() {
        assertThat(ScenarioCatalogue.byHand().ids()).noneMatch(id -> id.startsWith("REG-510.versions"));
        assertThat(ids(plan(Map.of("req", "REG-510.entity-type.*")))).isNotEmpty();
    }

    @Test
    void takesWhatAllOfTheOptionsHoldFor() {
        assertThat(ids(plan(Map.of("req", "REG-361.*, REG-362.*", "code", "362", "operation", "*create"))))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("REG-362."));
    }

    @Test
    void refusesToChooseNothing() {
        assertThatThrownBy(() -> plan(Map.of("req", "REG-999.*", "code", "361")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage("nothing matches -Dreq=REG-999.* -Dcode=361: no requirement would be driven."
                        + " ./mvnw -Dplan verify -Dscope=operations lists them all.");
    }

    @Test
    void refusesWhatIsNoCodeNoSeedAndNoNumberOfThreads() {
        assertThatThrownBy(() -> plan(Map.of("code", "36")))
                .hasMessage("'36' is no code: write three digits, with x for any, as in -Dcode=361,36x.");
        assertThatThrownBy(() -> plan(Map.of("seed", "x")))
                .hasMessage("'x' is no seed: write a whole number, as in -Dseed=7.");
        assertThatThrownBy(() -> plan(Map.of("threads", "1000")))
                .hasMessageStartingWith("'1000' is no number of threads here: from 1 to ");
        assertThatThrownBy(() -> plan(Map.of("scope", "everything")))
                .hasMessage("there is no scope 'everything'. Known: codes, matrix, operations.");
    }

    @Test
    void triesAgainWhatWasContradictedBrokenOrNeverSeen() throws IOException {
        former(
                "20260101T000000000Z",
                header("REG-361.entity-create.duplicate-value", "REG-100.entity.type-name-missing"),
                observation("REG-361.entity-create.duplicate-value", "observed", "holds"));
        former(
                "20260102T000000000Z",
                header(
                        "REG-361.entity-create.duplicate-value",
                        "REG-100.entity.type-name-missing",
                        "REG-100.entity-create.attributes-missing",
                        "REG-100.clients-add.description-missing",
                        "REG-100.settings-set.value-missing"),
                observation("REG-361.entity-create.duplicate-value", "observed", "fails"),
                observation("REG-100.entity.type-name-missing", "broken", "holds"),
                observation("REG-100.clients-add.description-missing", "observed", "holds"),
                observation("REG-100.settings-set.value-missing", "not-drivable", "holds"));

        assertThat(ids(plan(Map.of("failedFrom", "latest"))))
                .containsExactlyInAnyOrder(
                        "REG-361.entity-create.duplicate-value",
                        "REG-100.entity.type-name-missing",
                        "REG-100.entity-create.attributes-missing");
        assertThat(ids(plan(Map.of("failedFrom", "20260101T000000000Z"))))
                .containsExactly("REG-100.entity.type-name-missing");
    }

    @Test
    void saysThatThereIsNothingToTryAgainAfterAGreenRun() throws IOException {
        former(
                "20260101T000000000Z",
                header("REG-361.entity-create.duplicate-value"),
                observation("REG-361.entity-create.duplicate-value", "observed", "holds"));

        assertThatThrownBy(() -> plan(Map.of("failedFrom", "latest")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(
                        "run 20260101T000000000Z found nothing contradicted or broken, and left nothing out: there is"
                                + " nothing to try again. Leave out -DfailedFrom to drive everything.");
    }

    @Test
    void namesTheLatestRunWhereTheOneAskedForIsNone() throws IOException {
        assertThatThrownBy(() -> plan(Map.of("failedFrom", "latest"))).hasMessageEndingWith("There is none at all.");

        former("20260101T000000000Z", header());

        assertThatThrownBy(() -> plan(Map.of("failedFrom", "yesterday")))
                .hasMessageStartingWith("there is no run 'yesterday' in ")
                .hasMessageEndingWith("The latest is 20260101T000000000Z.");
    }

    @Test
    void cutsTheSameSlicesOnEveryMachine() {
        var whole = ids(plan(Map.of()));
        var first = ids(plan(Map.of("shard", "1/2")));
        var second = ids(plan(Map.of("shard", "2/2")));

        assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
        assertThat(whole).containsAll(first).containsAll(second).hasSize(first.size() + second.size());
    }

    private static String header(String... catalogue) {
        return "{\"type\":\"header\",\"catalogue\":["
                + String.join(
                        ",",
                        List.of(catalogue).stream().map(id -> "\"" + id + "\"").toList()) + "]}";
    }

    private static String observation(String id, String outcome, String result) {
        return "{\"type\":\"observation\",\"requirement\":{\"id\":\"" + id + "\"},\"outcome\":\"" + outcome
                + "\",\"checks\":[{\"id\":\"body.code\",\"weight\":\"must\",\"result\":\"" + result + "\"}]}";
    }

    private void former(String run, String... lines) throws IOException {
        var directory = Files.createDirectories(
                root.resolve("contract-tests/target/regcontract/runs").resolve(run));
        Files.write(directory.resolve("observations-simulator-1of1.jsonl"), List.of(lines));
    }

    private RunPlan plan(Map<String, String> options) {
        return RunPlan.of(new RunSettings(
                "simulator",
                RunOptions.from(name -> options.getOrDefault(name, "")),
                "20260103T000000000Z",
                root,
                Map.of()));
    }

    private static List<String> ids(RunPlan plan) {
        return plan.scenarios().stream().map(Scenario::toString).toList();
    }
}
