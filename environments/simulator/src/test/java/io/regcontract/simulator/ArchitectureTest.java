package io.regcontract.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.RecordValues;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which packages may use which. Every rule first proves that what it names is there. */
class ArchitectureTest {

    private static final String ROOT = "io.regcontract.simulator";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void standsAlone() {
        var elsewhereInTheProject = DescribedPredicate.describe(
                "other parts of the project",
                (JavaClass type) -> type.getPackageName().startsWith("io.regcontract")
                        && !type.getPackageName().startsWith(ROOT));
        assertThat(CLASSES.size()).isGreaterThan(100);
        noClasses().should().dependOnClassesThat(elsewhereInTheProject).check(CLASSES);
    }

    @Test
    void keepsSocketsAndTheHttpLibraryInOnePackage() {
        var network = JavaClass.Predicates.resideInAnyPackage(
                        "org.apache.hc..", "java.nio.channels..", "com.sun.net.httpserver..")
                .or(HasName.Predicates.nameMatching("(java\\.net\\.|javax\\.net\\.ssl\\.SSL)(Server)?Socket"));
        assertThat(classesIn("http").stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(Dependency::getTargetClass)
                        .filter(network)
                        .map(JavaClass::getName))
                .contains(
                        "java.net.ServerSocket",
                        "javax.net.ssl.SSLSocket",
                        "org.apache.hc.core5.http.ClassicHttpRequest");
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".http..")
                .should()
                .dependOnClassesThat(network)
                .check(CLASSES);
    }

    /** What is made or read for TLS, and what is said to browsers, stands apart from the API. */
    @Test
    void keepsCertificatesAndOriginsAwayFromTheApi() {
        assertThat(packages("tls", "cors", "wire")).hasSize(3);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".tls..")
                .should()
                .dependOnClassesThat(outside("tls"))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".cors..")
                .should()
                .dependOnClassesThat(outside("cors", "wire"))
                .check(CLASSES);
    }

    @Test
    void letsTheControlPlaneNameNoAnswer() {
        noClasses()
                .that()
                .resideInAnyPackage(packages("controlplane"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages("error", "operation", "render", "pipeline", "argument", "credential"))
                .check(CLASSES);
    }

    /** A drill changes state, so that an error arises by itself: it cannot even name one. */
    @Test
    void letsDrillsTouchNoAnswer() {
        noClasses()
                .that()
                .resideInAnyPackage(packages("drill"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages("error", "render", "pipeline", "http", "wire", "controlplane"))
                .check(CLASSES);
    }

    /** The journal keeps what was answered and makes nothing of it; rules see what is kept and nothing else. */
    @Test
    void letsJournalAndRulesKnowNoOperationAndNoError() {
        noClasses()
                .that()
                .resideInAnyPackage(packages("journal"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(
                        "error",
                        "operation",
                        "render",
                        "pipeline",
                        "http",
                        "wire",
                        "controlplane",
                        "drill",
                        "application"))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(packages("reaction"))
                .should()
                .dependOnClassesThat(outside("reaction", "control.journal"))
                .check(CLASSES);
    }

    /** An application that has no JUnit, or no AssertJ, has no use for one package, and misses it nowhere else. */
    @Test
    void keepsLibrariesOfTestsInTheirPackages() {
        assertThat(packages("assertion", "junit")).hasSize(2);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".assertion..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.assertj..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".junit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.junit..")
                .check(CLASSES);
    }

    /** Who changes an application from outside of its API names no code, and knows none of those who ask for it. */
    @Test
    void keepsChangesFromOutsideAwayFromCallsAndCodes() {
        noClasses()
                .that()
                .resideInAnyPackage(packages("change", "people", "imports"))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(packages(
                                "operation", "pipeline", "render", "http", "wire", "controlplane", "control", "drill"))
                        .or(JavaClass.Predicates.equivalentTo(SimulatedErrorCode.class)))
                .check(CLASSES);
    }

    /** Files are read without knowing what becomes of what stands in them. */
    @Test
    void readsFilesOfAnImportApartFromTheApplication() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".imports.file..")
                .should()
                .dependOnClassesThat(outside("imports.file", "json"))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".imports")
                .should()
                .dependOnClassesThat(outside("imports"))
                .check(CLASSES);
    }

    /** The face for tests knows the calls of the control plane, and nothing of what answers them. */
    @Test
    void letsTheFaceForTestsKnowNothingOfTheService() {
        noClasses()
                .that()
                .resideInAnyPackage(packages("control"))
                .should()
                .dependOnClassesThat(outside("control", "json", "wire"))
                .check(CLASSES);
    }

    /** Libraries have other names in the published jar, so that nobody could call what takes or gives their types. */
    @Test
    void showsApplicationsNoTypeOfALibrary() {
        var shown = Stream.of(
                        "control",
                        "control.state",
                        "control.client",
                        "control.record",
                        "control.schema",
                        "control.flow",
                        "control.message",
                        "imports",
                        "junit",
                        "people")
                .flatMap(name -> CLASSES.that(JavaClass.Predicates.resideInAPackage(ROOT + "." + name)).stream())
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .toList();
        assertThat(shown).hasSizeGreaterThan(200);
        assertThat(shown).allSatisfy(method -> assertThat(
                        Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                                .map(JavaClass::getPackageName))
                .as(method.getFullName())
                .noneMatch(name -> name.startsWith("tools.jackson") || name.startsWith("org.apache.hc")));
    }

    /** Who embeds a simulator has no driver of a database, and misses it nowhere else. */
    @Test
    void keepsTheDatabaseInItsPackage() {
        var database = JavaClass.Predicates.resideInAnyPackage(
                "java.sql..", "javax.sql..", "org.postgresql..", "org.flywaydb..", "com.zaxxer..");
        assertThat(classesIn("store.postgresql").stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(Dependency::getTargetClass)
                        .filter(database)
                        .map(JavaClass::getName))
                .contains("java.sql.Connection", "org.postgresql.PGProperty", "org.flywaydb.core.Flyway");
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".store.postgresql..")
                .should()
                .dependOnClassesThat(database)
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".store.postgresql..")
                .and()
                .doNotHaveFullyQualifiedName(StateDatabase.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".store.postgresql..")
                .check(CLASSES);
    }

    @Test
    void keepsOperationsAwayFromTheWireAndTheDialect() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        packages("operation", "record", "schema", "application", "client", "setting", "token"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages("http", "wire", "render", "pipeline", "controlplane", "drill", "journal"))
                .check(CLASSES);
    }

    /**
     * What an access schema hides is hidden in one place. Operations with a flow act by what its forms say, and the
     * code that verifies an address carries the right of the client that issued it.
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
        assertThat(methodsOf(RecordRepository.class)).containsAll(reading).containsAll(writing);
        assertThat(methodsOf(RecordValues.class)).contains("all");
        assertThat(methodsOf(SelectedRecord.class)).contains("whole");
        assertThat(classesIn("operation")).extracting(JavaClass::getSimpleName).contains("UseVerificationCode");
        noClasses()
                .that()
                .resideInAnyPackage(packages("operation"))
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
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct()).hasSizeGreaterThan(20);
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void draftsNoTimeAndNoChanceOfItsOwn() {
        assertThat(CLASSES.get(SimulatorWiring.class).getDirectDependenciesFromSelf())
                .extracting(dependency -> dependency.getTargetClass().getName())
                .contains("java.security.SecureRandom");
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

    @Test
    void keepsPackagesSmall() {
        var operations = Set.of(ROOT + ".operation.oauth");
        var types = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> !operations.contains(type.getPackageName()))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(types).hasSizeGreaterThan(20);
        assertThat(types.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(20));
    }

    /** Patterns for packages of the simulator and all below them, each of which has classes. */
    private static String[] packages(String... names) {
        for (var name : names) {
            assertThat(classesIn(name)).as(name).isNotEmpty();
        }
        return Stream.of(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }

    /** Classes of the simulator in other packages than these. */
    private static DescribedPredicate<JavaClass> outside(String... names) {
        return JavaClass.Predicates.resideInAPackage(ROOT + "..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(packages(names))));
    }

    private static JavaClasses classesIn(String name) {
        return CLASSES.that(JavaClass.Predicates.resideInAPackage(ROOT + "." + name + ".."));
    }

    private static Set<String> methodsOf(Class<?> type) {
        return CLASSES.get(type).getMethods().stream().map(JavaMethod::getName).collect(Collectors.toSet());
    }
}
