package io.regcontract.contract;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** This module uses no other of the project. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.regcontract");

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(CLASSES)
                .extracting(JavaClass::getSimpleName)
                .contains("Contract", "FileFormats", "ErrorCode", "OpenApiDescription");
    }

    @Test
    void usesNoOtherPackageOfTheProject() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of another package of the project",
                        type -> type.getPackageName().startsWith("io.regcontract")
                                && !(type.getPackageName() + ".").startsWith("io.regcontract.contract.")))
                .check(CLASSES);
    }

    @Test
    void readsTheContractWithoutWhatReadsTheFilesOfPeople() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.regcontract.contract",
                        "io.regcontract.contract.model..",
                        "io.regcontract.contract.loading..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.regcontract.contract.yaml")
                .check(CLASSES);
    }

    @Test
    void describesTheContractForOthersWithoutItsPartsKnowing() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.regcontract.contract.openapi")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.regcontract.contract.openapi")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.regcontract.contract.openapi")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.regcontract.contract.validation",
                        "io.regcontract.contract.yaml",
                        "io.regcontract.contract.input",
                        "io.regcontract.contract.secret")
                .check(CLASSES);
    }

    @Test
    void hidesTheValidatorBehindItsOwnTypes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.regcontract.contract.validation")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.networknt..")
                .check(CLASSES);
        noMethods()
                .that()
                .arePublic()
                .should()
                .haveRawReturnType(resideInAPackage("com.networknt.."))
                .orShould()
                .haveRawParameterTypes(anyElementThat(resideInAPackage("com.networknt..")))
                .check(CLASSES);
    }

    @Test
    void knowsInItsModelNothingButTheModel() {
        noClasses()
                .that()
                .resideInAPackage("io.regcontract.contract.model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.regcontract.contract",
                        "io.regcontract.contract.loading",
                        "io.regcontract.contract.validation",
                        "io.regcontract.contract.yaml")
                .check(CLASSES);
    }

    @Test
    void hasNoCircles() {
        slices().matching("io.regcontract.contract.(*)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
