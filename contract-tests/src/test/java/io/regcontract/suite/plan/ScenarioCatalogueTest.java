package io.regcontract.suite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.contract.Contract;
import io.regcontract.contract.KnownRequirements;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.scenario.Scenario;
import io.regcontract.suite.tenant.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No documented code without a scenario, a twin and a schema. */
final class ScenarioCatalogueTest {

    private static final Contract CONTRACT = Contract.load();

    private final List<Scenario<?>> scenarios = ScenarioCatalogue.whole().scenarios();

    @Test
    void drivesEveryDocumentedCode() {
        assertThat(scenarios.stream()
                        .map(scenario -> scenario.requirement().code())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ErrorCode.values());
    }

    @Test
    void givesEveryScenarioATwin() {
        assertThat(scenarios)
                .allSatisfy(scenario -> assertThat(scenario.companion()).isNotNull())
                .filteredOn(scenario -> scenario.companion() instanceof Scenario.Companion.UndoAndTwin)
                .as("two differences, so two conditions")
                .allSatisfy(scenario -> assertThat(scenario.conditions()).isGreaterThan(1));
    }

    @Test
    void hasASchemaForEveryScenario() {
        assertThat(scenarios).allSatisfy(scenario -> assertThat(
                        CONTRACT.error(scenario.requirement().code()).code())
                .isEqualTo(scenario.requirement().code()));
    }

    @Test
    void namesOnlyReadingsOperationsAndFieldsThatTheContractKnows() {
        assertThat(scenarios).allSatisfy(scenario -> {
            var requirement = scenario.requirement();
            requirement.reading().ifPresent(reading -> assertThat(CONTRACT.reading(reading))
                    .as("reading %s of %s", reading, requirement)
                    .hasValueSatisfying(known -> assertThat(known.codes())
                            .as("codes of %s", reading)
                            .contains(requirement.code().code())));
            assertThat(CONTRACT.operations().find(requirement.operation()))
                    .as("operation of %s", requirement)
                    .isPresent();
            assertThat(CONTRACT.knownFields(requirement.code()))
                    .as("fields of %s", requirement)
                    .containsAll(scenario.fields().keySet());
        });
    }

    /** A removed or renamed id is a change someone makes on purpose: waivers and histories name it, and the gate asks for all of them. */
    @Test
    void keepsTheIdsThatAreWrittenDown() throws IOException {
        var byHand = ScenarioCatalogue.of(ScenarioCatalogue.Scope.CODES).ids();
        var matrix = ScenarioCatalogue.of(ScenarioCatalogue.Scope.MATRIX).ids();
        var lines = ScenarioCatalogue.whole().ids().stream()
                .sorted()
                .map(id -> id + (byHand.contains(id) ? " codes" : matrix.contains(id) ? " matrix" : ""))
                .toList();
        Files.write(Files.createDirectories(Path.of("target")).resolve("requirements.txt"), lines);

        var written = Files.readAllLines(Path.of("../schemas/src/main/resources/contract/requirements.txt"));
        assertThat(differences(written, lines))
                .as("schemas' contract/requirements.txt lists every id for life, sorted, with the smallest scope that"
                        + " drives it; where the change is meant, copy contract-tests/target/requirements.txt over it")
                .isEmpty();
        assertThat(lines).isEqualTo(written);
    }

    @Test
    void hasTheSameScopesAsTheContract() {
        for (var scope : KnownRequirements.Scope.values()) {
            assertThat(differences(
                            KnownRequirements.load().in(scope),
                            ScenarioCatalogue.of(ScenarioCatalogue.Scope.valueOf(scope.name()))
                                    .ids()))
                    .as("scope %s of the scenarios beside requirements.txt", scope.word())
                    .isEmpty();
        }
    }

    /** What is new with a plus, what is gone with a minus: the whole lists would fill a thousand lines. */
    private static List<String> differences(Collection<String> former, Collection<String> now) {
        return Stream.concat(
                        now.stream().filter(each -> !former.contains(each)).map(each -> "+ " + each),
                        former.stream().filter(each -> !now.contains(each)).map(each -> "- " + each))
                .toList();
    }

    @Test
    void drivesEveryOperation() {
        var driven = scenarios.stream()
                .map(scenario -> scenario.requirement().operation())
                .collect(Collectors.toSet());

        assertThat(CONTRACT.operations().all()).extracting(Operation::path).isSubsetOf(driven);
    }

    @Test
    void provesMaintenanceAndQuotaOfEveryOperation() {
        for (var code : List.of(ErrorCode.API_FEATURE_DISABLED, ErrorCode.API_LIMIT_ERROR)) {
            assertThat(CONTRACT.operations().all())
                    .extracting(Operation::path)
                    .isSubsetOf(scenarios.stream()
                            .map(Scenario::requirement)
                            .filter(requirement -> requirement.code() == code)
                            .map(requirement -> requirement.operation())
                            .toList());
        }
    }

    @Test
    void drivesEveryDocumentedCodeByHand() {
        assertThat(ScenarioCatalogue.byHand().scenarios().stream()
                        .map(scenario -> scenario.requirement().code())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ErrorCode.values());
    }

    /** The fixed cases come from no generator, and each says where it comes from: the page, another source, or a reading. */
    @Test
    void citesASourceForEveryCaseThatIsWrittenByHand() {
        var known = Stream.of(
                        CONTRACT.operations().all().stream().flatMap(operation -> operation.sources().stream()),
                        CONTRACT.attributes().types().stream().flatMap(type -> type.sources().stream()),
                        CONTRACT.attributes().constraints().stream()
                                .flatMap(constraint -> constraint.sources().stream()))
                .flatMap(sources -> sources)
                .collect(Collectors.toSet());

        var byHand = ScenarioCatalogue.byHand().scenarios().stream()
                .map(Scenario::requirement)
                .toList();
        assertThat(byHand).hasSizeGreaterThanOrEqualTo(100).allSatisfy(requirement -> {
            var cited = requirement.source();
            var read = requirement.reading().flatMap(CONTRACT::reading);
            assertThat(cited.equals("page: " + requirement.code().code())
                            || known.contains(cited)
                            || read.filter(reading -> !reading.source().isBlank())
                                    .isPresent())
                    .as("%s cites '%s'", requirement, cited)
                    .isTrue();
        });
    }

    @Test
    void fillsEveryFieldOfTheMatrixOnceBesideWhatIsWrittenByHand() {
        var byHand = ScenarioCatalogue.byHand().ids();
        var matrix = ScenarioCatalogue.of(ScenarioCatalogue.Scope.MATRIX);

        assertThat(matrix.ids())
                .containsAll(byHand)
                .isSubsetOf(ScenarioCatalogue.whole().ids());
        assertThat(matrix.scenarios().stream().map(ScenarioCatalogueTest::field).distinct())
                .containsExactlyInAnyOrderElementsOf(scenarios.stream()
                        .map(ScenarioCatalogueTest::field)
                        .distinct()
                        .toList());
        assertThat(matrix.scenarios().stream()
                        .filter(scenario ->
                                !byHand.contains(scenario.requirement().id()))
                        .map(ScenarioCatalogueTest::field))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(600);
    }

    private static String field(Scenario<?> scenario) {
        return scenario.requirement().code() + " at " + scenario.requirement().operation();
    }

    @Test
    void refusesAScopeThatIsNone() {
        assertThatThrownBy(() -> ScenarioCatalogue.Scope.named("everything"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no scope 'everything'. Known: codes, matrix, operations.");
    }

    @Test
    void keepsTheOrderOfTheCodes() {
        assertThat(scenarios.stream()
                        .map(scenario -> scenario.requirement().code().code()))
                .isSorted();
    }

    @Test
    void refusesTwoScenariosWithOneId() {
        assertThatThrownBy(() -> ScenarioCatalogue.of(List.of(new OneFamily(), new OneFamily())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two scenarios claim REG-361.entity-create.duplicate-value");
    }

    @Test
    void refusesACaseThatIsNotASlug() {
        assertThatThrownBy(BadlyNamedFamily::new)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a case is named in lower-case words with hyphens, not: Duplicate Value");
    }

    private static final class OneFamily extends ErrorFamily {
        {
            prove(ErrorCode.UNIQUE_VIOLATION, "duplicate-value")
                    .on("/entity.create")
                    .when("it is")
                    .given(Tenant::owner)
                    .drive((tenant, owner) -> owner.call("/entity.create"))
                    .twin((tenant, owner) -> owner.call("/entity.create"));
        }
    }

    private static final class BadlyNamedFamily extends ErrorFamily {
        {
            prove(ErrorCode.UNIQUE_VIOLATION, "Duplicate Value")
                    .on("/entity.create")
                    .when("it is")
                    .given(Tenant::owner)
                    .drive((tenant, owner) -> Call.to("/entity.create", owner.credential()))
                    .twin((tenant, owner) -> owner.call("/entity.create"));
        }
    }
}
