package io.regcontract.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.regcontract.drill.judge.DrillJudge;
import io.regcontract.pair.judge.PairJudge;
import java.time.Clock;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is carried away is put together here: it judges drills itself, and leaves all else to the modules. */
class ArchitectureTest {

    private static final int MOST_TYPES = 20;

    private static final JavaClasses DISTRIBUTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.regcontract.cli", "io.regcontract.drill", "io.regcontract.pair");

    @Test
    void hasClassesToLookAt() {
        assertThat(DISTRIBUTION.contain(RegcontractCommand.class)).isTrue();
        assertThat(DISTRIBUTION.contain(DrillJudge.class)).isTrue();
        assertThat(DISTRIBUTION.contain(PairJudge.class)).isTrue();
        assertThat(DISTRIBUTION).hasSizeGreaterThan(40);
    }

    @Test
    void runsThenJudgesThenReports() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("trial")
                .definedBy("io.regcontract.drill.trial")
                .layer("policy")
                .definedBy("io.regcontract.drill.policy")
                .layer("run")
                .definedBy("io.regcontract.drill.run")
                .layer("judge")
                .definedBy("io.regcontract.drill.judge")
                .layer("report")
                .definedBy("io.regcontract.drill.report")
                .layer("drill command")
                .definedBy("io.regcontract.drill.cli")
                .layer("options")
                .definedBy("io.regcontract.cli.option")
                .layer("commands")
                .definedBy("io.regcontract.cli")
                .whereLayer("trial")
                .mayNotAccessAnyLayer()
                .whereLayer("policy")
                .mayNotAccessAnyLayer()
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("judge", "drill command")
                .whereLayer("run")
                .mayOnlyAccessLayers("trial")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("drill command")
                .whereLayer("judge")
                .mayOnlyAccessLayers("trial", "policy")
                .whereLayer("report")
                .mayOnlyAccessLayers("trial", "judge")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("drill command")
                .whereLayer("drill command")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("options")
                .mayNotAccessAnyLayer()
                .whereLayer("commands")
                .mayNotBeAccessedByAnyLayer()
                .check(DISTRIBUTION);
    }

    @Test
    void drivesThenReadsThenComparesThenReports() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("run")
                .definedBy("io.regcontract.pair.run")
                .layer("half")
                .definedBy("io.regcontract.pair.half")
                .layer("compare")
                .definedBy("io.regcontract.pair.compare")
                .layer("judge")
                .definedBy("io.regcontract.pair.judge")
                .layer("report")
                .definedBy("io.regcontract.pair.report")
                .layer("pair command")
                .definedBy("io.regcontract.pair.cli")
                .layer("commands")
                .definedBy("io.regcontract.cli")
                .whereLayer("run")
                .mayNotAccessAnyLayer()
                .whereLayer("half")
                .mayNotAccessAnyLayer()
                .whereLayer("compare")
                .mayOnlyAccessLayers("half")
                .whereLayer("judge")
                .mayOnlyAccessLayers("half", "compare")
                .whereLayer("report")
                .mayOnlyAccessLayers("half", "compare", "judge")
                .whereLayer("pair command")
                .mayOnlyBeAccessedByLayers("commands")
                .check(DISTRIBUTION);
        noClasses()
                .that()
                .resideInAnyPackage("io.regcontract.pair.compare", "io.regcontract.pair.judge")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "io.regcontract.suite..", "picocli..")
                .check(DISTRIBUTION);
    }

    @Test
    void judgesDrillsWithoutFilesClockOrConsole() {
        classes()
                .that()
                .resideInAPackage("io.regcontract.drill.judge")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.time",
                        "org.jspecify..",
                        "io.regcontract.contract",
                        "io.regcontract.contract.model",
                        "io.regcontract.report.policy",
                        "io.regcontract.simulator.control..",
                        "io.regcontract.drill.policy",
                        "io.regcontract.drill.trial",
                        "io.regcontract.drill.judge")
                .check(DISTRIBUTION);
        noClasses()
                .that()
                .resideInAPackage("io.regcontract.drill.judge")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class)
                .check(DISTRIBUTION);
    }

    /** The simulator as anyone may use it, so that a drill shows no more than a test of one's own could see. */
    @Test
    void drillsThroughThePublicFacesOfTheSimulator() {
        noClasses()
                .that()
                .resideInAPackage("io.regcontract.drill..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.regcontract.simulator.drill..",
                        "io.regcontract.simulator.error..",
                        "io.regcontract.simulator.journal..",
                        "io.regcontract.simulator.pipeline..",
                        "io.regcontract.simulator.reaction..",
                        "io.regcontract.simulator.controlplane..",
                        "io.regcontract.suite..")
                .check(DISTRIBUTION);
    }

    @Test
    void keepsPackagesSmall() {
        var sizes = DISTRIBUTION.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MOST_TYPES));
    }
}
