package io.regcontract.testcontainers;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@ArchTag("long")
@AnalyzeClasses(packages = "io.regcontract", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What is started is another process: an application that tests against it takes nothing of this project on. */
    @ArchTest
    static final ArchRule KNOWS_TESTCONTAINERS_AND_NOTHING_ELSE = classes()
            .that()
            .resideInAPackage("io.regcontract.testcontainers")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.regcontract.testcontainers", "java..", "org.testcontainers..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule ANSWERS_IN_TYPES_OF_THE_JDK = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.regcontract.testcontainers")
            .and()
            .arePublic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .haveRawReturnType(resideInAnyPackage("java..", "io.regcontract.testcontainers"));
}
