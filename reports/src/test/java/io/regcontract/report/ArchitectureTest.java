package io.regcontract.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.regcontract.report.cli.ReportsCommand;
import io.regcontract.report.policy.PolicyReader;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Reports reads records and the contract, and nothing else of the project. */
class ArchitectureTest {

    private static final JavaClasses REPORTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.regcontract.report");

    @Test
    void hasClassesToLookAt() {
        assertThat(REPORTS.contain(ReportsCommand.class)).isTrue();
        assertThat(REPORTS).hasSizeGreaterThan(30);
    }

    @Test
    void usesOnlyTheContractOfTheProject() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to another part of the project",
                        candidate -> candidate.getPackageName().startsWith("io.regcontract")
                                && !candidate.getPackageName().startsWith("io.regcontract.report")
                                && !(candidate.getPackageName() + ".").startsWith("io.regcontract.contract.")))
                .check(REPORTS);
    }

    @Test
    void readsThenJudgesThenRenders() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("policy")
                .definedBy("io.regcontract.report.policy")
                .layer("history")
                .definedBy("io.regcontract.report.history")
                .layer("leak")
                .definedBy("io.regcontract.report.leak")
                .layer("record")
                .definedBy("io.regcontract.report.record")
                .layer("traffic")
                .definedBy("io.regcontract.report.traffic")
                .layer("judge")
                .definedBy("io.regcontract.report.judge")
                .layer("render")
                .definedBy("io.regcontract.report.render..")
                .layer("allure")
                .definedBy("io.regcontract.report.allure")
                .layer("attest")
                .definedBy("io.regcontract.report.attest")
                .layer("file")
                .definedBy("io.regcontract.report.file")
                .layer("cli")
                .definedBy("io.regcontract.report.cli")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("allure")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("allure")
                .mayNotAccessAnyLayer()
                .whereLayer("render")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("attest")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("file")
                .mayOnlyBeAccessedByLayers("render", "attest")
                .whereLayer("file")
                .mayNotAccessAnyLayer()
                .whereLayer("traffic")
                .mayNotAccessAnyLayer()
                .whereLayer("traffic")
                .mayOnlyBeAccessedByLayers("record", "judge", "render")
                .whereLayer("judge")
                .mayOnlyBeAccessedByLayers("history", "leak", "render", "attest", "cli")
                .whereLayer("history")
                .mayOnlyBeAccessedByLayers("render", "cli")
                .whereLayer("leak")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("judge", "history", "render", "cli")
                .check(REPORTS);
    }

    @Test
    void rendersForEachReaderApart() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("render")
                .definedBy("io.regcontract.report.render")
                .layer("html")
                .definedBy("io.regcontract.report.render.html")
                .layer("console")
                .definedBy("io.regcontract.report.render.console")
                .layer("export")
                .definedBy("io.regcontract.report.render.export")
                .layer("support")
                .definedBy("io.regcontract.report.render.support")
                .layer("har")
                .definedBy("io.regcontract.report.render.har")
                .whereLayer("har")
                .mayNotAccessAnyLayer()
                .whereLayer("har")
                .mayOnlyBeAccessedByLayers("support")
                .whereLayer("html")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("console")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("export")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("support")
                .mayOnlyBeAccessedByLayers("console", "export")
                .whereLayer("render")
                .mayNotAccessAnyLayer()
                .check(REPORTS);
    }

    @Test
    void readsYamlForPolicyAndCommandsAlone() {
        classes()
                .that()
                .areAssignableTo(PolicyReader.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.regcontract.contract.yaml")
                .check(REPORTS);
        noClasses()
                .that()
                .resideOutsideOfPackages("io.regcontract.report.policy", "io.regcontract.report.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.regcontract.contract.yaml")
                .check(REPORTS);
    }

    @Test
    void judgesWithoutFilesClockOrConsole() {
        classes()
                .that()
                .resideInAPackage("io.regcontract.report.judge")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.time",
                        "org.jspecify..",
                        "io.regcontract.contract..",
                        "io.regcontract.report.policy",
                        "io.regcontract.report.record",
                        "io.regcontract.report.traffic",
                        "io.regcontract.report.judge")
                .check(REPORTS);
        noClasses()
                .that()
                .resideInAPackage("io.regcontract.report.judge")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, PolicyReader.class)
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(REPORTS);
    }
}
