package io.regcontract.traffic;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What each package of the module may use. */
final class ArchitectureTest {

    private static final int MOST_TYPES = 20;

    /** Starts the simulator that it sends to, and takes no address from anybody. */
    private static final String REPLAYED_AGAINST = "io.regcontract.traffic.replay.FreshSimulator";

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.regcontract.traffic");

    @Test
    void findsEveryPackageThatItNames() {
        for (var name : List.of(
                "answer",
                "scope",
                "request",
                "redaction",
                "judge",
                "read",
                "record",
                "run",
                "cli",
                "proxy",
                "replay")) {
            assertThat(PRODUCTION.containPackage("io.regcontract.traffic." + name))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void knowsNeitherReportsNorTheSimulator() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.regcontract.report..", "io.regcontract.cli..")
                .check(PRODUCTION);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(REPLAYED_AGAINST)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.regcontract.simulator..")
                .check(PRODUCTION);
    }

    @Test
    void usesNothingOfTheSuiteThatDrives() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.regcontract.traffic.proxy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.regcontract.suite.errors",
                        "io.regcontract.suite.derived",
                        "io.regcontract.suite.tenant",
                        "io.regcontract.suite.transport",
                        "io.regcontract.suite.state")
                .check(PRODUCTION);
    }

    @Test
    void sendsNothingButThroughTheProxyAndToASimulatorOfItsOwn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.regcontract.traffic.proxy..")
                .and()
                .doNotHaveFullyQualifiedName(REPLAYED_AGAINST)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.nio.channels..", "org.apache.hc..", "io.restassured..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .check(PRODUCTION);
    }

    @Test
    void judgesWithoutFilesAndReadsWithoutChecks() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.regcontract.traffic.judge",
                        "io.regcontract.traffic.redaction",
                        "io.regcontract.traffic.request",
                        "io.regcontract.traffic.scope")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "io.regcontract.traffic.read", "io.regcontract.traffic.record")
                .check(PRODUCTION);
        noClasses()
                .that()
                .resideInAPackage("io.regcontract.traffic.read")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.regcontract.check",
                        "io.regcontract.traffic.judge",
                        "io.regcontract.traffic.request",
                        "io.regcontract.traffic.redaction")
                .check(PRODUCTION);
    }

    @Test
    void readsCommandLinesInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.regcontract.traffic.cli..", "io.regcontract.traffic.proxy..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(PRODUCTION);
    }

    @Test
    void keepsTheExchangeFreeOfWhoReadsAndJudgesIt() {
        classes()
                .that()
                .resideInAPackage("io.regcontract.traffic")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.regcontract.traffic", "io.regcontract.check.answer", "org.jspecify..")
                .check(PRODUCTION);
    }

    @Test
    void readsAnswersWithoutKnowingWhatForTheyAreRead() {
        classes()
                .that()
                .resideInAPackage("io.regcontract.traffic.answer")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.regcontract.traffic",
                        "io.regcontract.traffic.answer",
                        "io.regcontract.check.answer",
                        "org.jspecify..",
                        "tools.jackson.databind..")
                .check(PRODUCTION);
    }

    @Test
    void hasNoCyclesAndSmallPackages() {
        slices().matching("io.regcontract.traffic.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCTION);
        PRODUCTION.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()))
                .forEach((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(MOST_TYPES + 1));
    }
}
