package io.regcontract.environment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.regcontract.environment.loading.Environments;
import org.junit.jupiter.api.Test;

/** Environments knows the contract, files and YAML; no HTTP, no test, nothing else of the project. */
class ArchitectureTest {

    private static final JavaClasses ENVIRONMENT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.regcontract.environment");

    @Test
    void hasClassesToLookAt() {
        assertThat(ENVIRONMENT.contain(Environments.class)).isTrue();
        assertThat(ENVIRONMENT).hasSizeGreaterThan(15);
    }

    @Test
    void usesTheContractAndTheToolsToReadFiles() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.io",
                        "java.lang..",
                        "java.math",
                        "java.net",
                        "java.nio..",
                        "java.security",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        "tools.jackson..",
                        "io.regcontract.contract..",
                        "io.regcontract.environment..")
                .check(ENVIRONMENT);
    }
}
