package io.regcontract.suite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dependencies between packages: data goes one way, and each package uses only what it may. */
final class ArchitectureTest {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.regcontract");

    @Test
    void findsEveryPackageThatItNames() {
        for (var name : List.of(
                "contract",
                "environment",
                "simulator",
                "check",
                "check.answer",
                "assertion",
                "suite.errors",
                "suite.scenario",
                "suite.state",
                "suite.tenant",
                "suite.call",
                "suite.signing",
                "suite.redaction",
                "suite.evidence",
                "suite.transport",
                "suite.observe",
                "suite.sabotage",
                "suite.sabotage.proxy",
                "suite.allure",
                "suite.plan",
                "suite.replay",
                "suite.run")) {
            assertThat(PRODUCTION.containPackage("io.regcontract." + name))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void letsNothingOnTheLeftKnowWhatStandsToItsRight() {
        layer("contract", "environment", "simulator", "check", "assertion", "suite", "report");
        layer("environment", "simulator", "check", "assertion", "suite", "report");
        layer("check", "environment", "simulator", "assertion", "suite", "report");
        layer("assertion", "environment", "simulator", "suite", "report");
        layer("suite", "report");
    }

    @Test
    void keepsAnswersFreeOfTheChecksThatExamineThem() {
        noClasses()
                .that()
                .resideInAPackage("io.regcontract.check.answer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.regcontract.check")
                .check(PRODUCTION);
    }

    @Test
    void keepsTheSimulatorIndependentOfEverything() {
        layer("simulator", "contract", "environment", "check", "assertion", "suite", "report");
    }

    @Test
    void letsOnlyTheWiringKnowTheSimulator() {
        noClasses()
                .that()
                .resideInAPackage("io.regcontract.suite..")
                .and()
                .resideOutsideOfPackage("io.regcontract.suite.run")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.regcontract.simulator..")
                .check(PRODUCTION);
    }

    @Test
    void keepsScenariosFreeOfHttpAndOfAssertions() {
        noClasses()
                .that()
                .resideInAnyPackage("io.regcontract.suite.errors", "io.regcontract.suite.scenario")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.restassured..",
                        "org.apache.http..",
                        "java.net.http..",
                        "io.regcontract.suite.transport",
                        "org.assertj..",
                        "org.junit..",
                        "io.regcontract.suite.observe",
                        "io.regcontract.suite.allure",
                        "io.regcontract.suite.plan",
                        "io.regcontract.suite.run")
                .check(PRODUCTION);
    }

    @Test
    void keepsRestAssuredInOnePackage() {
        classes()
                .that()
                .resideInAPackage("io.regcontract..")
                .and()
                .resideOutsideOfPackage("io.regcontract.suite.transport")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("io.restassured..", "org.apache.http..")
                .check(PRODUCTION);
    }

    @Test
    void keepsTheEngineFreeOfJUnitAndAllure() {
        noClasses()
                .that()
                .resideInAPackage("io.regcontract.suite.observe")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "io.qameta.allure..")
                .check(PRODUCTION);
    }

    @Test
    void keepsSabotagesFreeOfTheEngineThatTheyProve() {
        noClasses()
                .that()
                .resideInAPackage("io.regcontract.suite.sabotage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.junit..",
                        "io.regcontract.suite.observe",
                        "io.regcontract.suite.plan",
                        "io.regcontract.suite.run")
                .check(PRODUCTION);
    }

    @Test
    void letsAPlanOpenNothing() {
        noClasses()
                .that()
                .resideInAPackage("io.regcontract.suite.plan")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.regcontract.suite.run", "io.regcontract.suite.transport")
                .check(PRODUCTION);
    }

    @Test
    void hasNoCycles() {
        slices().matching("io.regcontract.suite.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCTION);
    }

    private static void layer(String name, String... others) {
        for (var other : others) {
            noClasses()
                    .that()
                    .resideInAPackage("io.regcontract." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.regcontract." + other + "..")
                    .check(PRODUCTION);
        }
    }
}
