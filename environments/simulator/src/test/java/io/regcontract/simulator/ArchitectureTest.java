package io.regcontract.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.RecordValues;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The arrows of this house. */
class ArchitectureTest {

    private static final String ROOT = "io.regcontract.simulator";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void looksAtSomething() {
        assertThat(CLASSES.size()).isGreaterThan(100);
        for (var part : new String[] {"http", "control", "operation.entity", "render", "pipeline"}) {
            assertThat(CLASSES.stream().map(JavaClass::getPackageName)).contains(ROOT + "." + part);
        }
    }

    @Test
    void standsAlone() {
        var elsewhereInTheProject = DescribedPredicate.describe(
                "other parts of the project",
                (JavaClass type) -> type.getPackageName().startsWith("io.regcontract")
                        && !type.getPackageName().startsWith(ROOT));
        noClasses().should().dependOnClassesThat(elsewhereInTheProject).check(CLASSES);
    }

    @Test
    void keepsSocketsInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.channels..", "com.sun.net.httpserver..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Server)?Socket")
                .check(CLASSES);
    }

    @Test
    void letsTheControlPlaneNameNoAnswer() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".error..",
                        ROOT + ".operation..",
                        ROOT + ".render..",
                        ROOT + ".pipeline..",
                        ROOT + ".argument..",
                        ROOT + ".credential..")
                .check(CLASSES);
    }

    @Test
    void keepsOperationsAwayFromTheWireAndTheDialect() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".operation..", ROOT + ".record..", ROOT + ".application..", ROOT + ".token..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".http..",
                        ROOT + ".wire..",
                        ROOT + ".render..",
                        ROOT + ".pipeline..",
                        ROOT + ".control..")
                .check(CLASSES);
    }

    /**
     * What an access schema hides is hidden in one place. Operations with a flow act by what its forms say, and the code
     * that verifies an address carries the right of whoever issued it.
     */
    @Test
    void reachesRecordsByTheRightsOfTheCallerOnly() {
        var reading = Set.of("byId", "byValue", "searched", "asOf");
        var writing = Set.of("create", "update", "replace", "replaceWithin", "writeAt", "removeElement", "moveElement");
        var past = DescribedPredicate.describe(
                "calls past the rights of the caller",
                (JavaMethodCall call) -> (call.getTargetOwner().isEquivalentTo(RecordRepository.class)
                                && (reading.contains(call.getName()) || writing.contains(call.getName())))
                        || (call.getTargetOwner().isEquivalentTo(RecordValues.class)
                                && call.getName().equals("all"))
                        || (call.getTargetOwner().isEquivalentTo(SelectedRecord.class)
                                && call.getName().equals("whole")));
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".operation..")
                .and()
                .resideOutsideOfPackages(ROOT + ".operation", ROOT + ".operation.oauth")
                .and()
                .doNotHaveSimpleName("UseVerificationCode")
                .should()
                .callMethodWhere(past)
                .check(CLASSES);
    }

    @Test
    void hasNoCircles() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void draftsNoTimeAndNoChanceOfItsOwn() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .check(CLASSES);
    }
}
