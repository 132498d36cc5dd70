package io.regcontract.facade;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The facade shares no code with the simulator and none with the contract, so that no fault can hide in both. */
class ArchitectureTest {

    private static final JavaClasses FACADE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.regcontract");

    @Test
    void hasClassesToLookAt() {
        assertThat(FACADE.contain(Facade.class)).isTrue();
        assertThat(FACADE).hasSizeGreaterThan(50);
    }

    @Test
    void usesTheJdkAndAJsonLibraryAlone() {
        classes()
                .that()
                .resideInAPackage("io.regcontract.facade..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "com.sun.net.httpserver",
                        "org.jspecify..",
                        "tools.jackson..",
                        "io.regcontract.facade..")
                .check(FACADE);
    }

    @Test
    void findsNothingElseOfTheProjectBesideIt() {
        classes().should().resideInAPackage("io.regcontract.facade..").check(FACADE);
    }

    @Test
    void hasNoCyclesBelowItsWiring() {
        slices().matching("io.regcontract.facade.(*)..")
                .should()
                .beFreeOfCycles()
                .check(FACADE);
    }
}
