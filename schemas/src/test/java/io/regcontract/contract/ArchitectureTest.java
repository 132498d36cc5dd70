package io.regcontract.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** This module stands at the start of the house. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.regcontract");

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(CLASSES).extracting(JavaClass::getSimpleName).contains("Contract", "FileFormats", "ErrorCode");
    }

    @Test
    void usesNoOtherPackageOfTheProject() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of another package of the project",
                        type -> type.getPackageName().startsWith("io.regcontract")
                                && !type.getPackageName().equals("io.regcontract.contract")
                                && !type.getPackageName().equals("io.regcontract.contract.yaml")))
                .check(CLASSES);
    }

    @Test
    void readsTheContractWithoutWhatReadsTheFilesOfPeople() {
        noClasses()
                .that()
                .resideInAPackage("io.regcontract.contract")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.regcontract.contract.yaml")
                .check(CLASSES);
    }

    @Test
    void hidesTheValidatorBehindItsOwnTypes() {
        noClasses()
                .that()
                .arePublic()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.networknt..")
                .check(CLASSES);
    }
}
