package io.regcontract.suite.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.AttributeConstraint;
import io.regcontract.contract.model.AttributeType;
import io.regcontract.contract.model.Attributes;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.Feature;
import io.regcontract.contract.model.Operation.Parameter;
import io.regcontract.contract.model.Operation.Requirement;
import io.regcontract.contract.model.ParameterType.Kind;
import io.regcontract.suite.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A line of the contract's data becomes requirements by itself. */
final class DerivedRequirementsTest {

    private static final Contract CONTRACT = Contract.load();

    @Test
    void aRequiredParameterIsLeftOutSentEmptyAndDamaged() {
        var count = operation("/entity.count");
        var colour = new Parameter(
                "colour",
                count.parameter("type_name").orElseThrow().type(),
                List.of(),
                new Operation.Range(Long.MIN_VALUE, Long.MAX_VALUE),
                new Requirement.Always(),
                List.of(),
                "");

        assertThat(added(CONTRACT.with(with(count, colour))))
                .contains(
                        "REG-100.entity-count.colour-left-out",
                        "REG-100.entity-count.colour-empty",
                        "REG-222.entity-count.colour-no-entity-type-has-this-name");
    }

    @Test
    void anOptionalNumberIsSentBeyondItsRange() {
        var count = operation("/entity.count");
        var limit = new Parameter(
                "limit",
                operation("/entity.find").parameter("max_results").orElseThrow().type(),
                List.of(),
                new Operation.Range(1, 9),
                new Requirement.No(),
                List.of(),
                "");

        assertThat(added(CONTRACT.with(with(count, limit))))
                .contains(
                        "REG-200.entity-count.limit-it-is-no-number",
                        "REG-200.entity-count.limit-it-is-less-than-1",
                        "REG-200.entity-count.limit-it-is-more-than-9");
    }

    @Test
    void aFeatureThatNoLongerSufficesIsRefused() {
        var find = operation("/entity.find");
        var changed = new Operation(
                find.path(),
                find.methods(),
                find.group(),
                find.api(),
                find.parameters(),
                find.credentials(),
                Set.of(Feature.OWNER),
                Operation.AllowList.YES,
                find.errors(),
                find.sources(),
                find.evidence(),
                find.notes());

        assertThat(added(CONTRACT.with(changed)))
                .containsExactlyInAnyOrder(
                        "REG-403.entity-find.as-direct-access",
                        "REG-403.entity-find.as-direct-read-access",
                        "REG-403.entity-find.from-elsewhere");
    }

    @Test
    void aTypeOfAttributeIsGivenEveryOtherTypeOfJsonInEveryWayOfWriting() {
        var known = CONTRACT.attributes();
        var integer = known.type("integer").orElseThrow();
        var types = new ArrayList<>(known.types());
        types.add(new AttributeType(
                "roman",
                Set.of(AttributeType.JsonType.STRING),
                AttributeType.Format.NONE,
                true,
                true,
                List.of("required", "unique", "locally-unique"),
                List.of("\"IV\"", "\"V\""),
                List.of(),
                integer.sources(),
                List.of()));

        var added = added(CONTRACT.with(new Attributes(types, known.constraints(), known.length(), known.reserved())));

        for (var way : List.of("entity-create", "entity-bulk-create", "entity-update", "entity-replace")) {
            assertThat(added)
                    .contains(
                            "REG-341." + way + ".roman-given-number",
                            "REG-341." + way + ".roman-given-boolean",
                            "REG-341." + way + ".roman-given-object",
                            "REG-341." + way + ".roman-given-array",
                            "REG-361." + way + ".roman-unique-and-taken",
                            "REG-361." + way + ".roman-locally-unique-and-twice",
                            "REG-362." + way + ".roman-required-and-null",
                            "REG-363." + way + ".roman-one-more-than-its-length");
        }
    }

    @Test
    void aConstraintIsBrokenInEveryWayOfWriting() {
        var known = CONTRACT.attributes();
        var alphabetic = known.constraint("alphabetic").orElseThrow();
        var constraints = new ArrayList<>(known.constraints());
        constraints.add(new AttributeConstraint(
                "capitals",
                ErrorCode.CONSTRAINT_VIOLATION,
                "Nothing small.",
                alphabetic.evidence(),
                List.of("\"ABC\""),
                List.of("\"abc\""),
                alphabetic.sources()));

        assertThat(added(CONTRACT.with(new Attributes(known.types(), constraints, known.length(), known.reserved()))))
                .containsExactlyInAnyOrder(
                        "REG-360.entity-create.capitals-abc",
                        "REG-360.entity-bulk-create.capitals-abc",
                        "REG-360.entity-update.capitals-abc",
                        "REG-360.entity-replace.capitals-abc");
    }

    /** What is silently left out would look as if it were proven. */
    @Test
    void everyParameterThatCanBeMissingOrWrongHasARequirement() {
        var cases = scenarios(CONTRACT)
                .map(Scenario::requirement)
                .collect(Collectors.groupingBy(
                        requirement -> requirement.operation(),
                        Collectors.mapping(requirement -> requirement.slug(), Collectors.toList())));
        var silent = new TreeSet<String>();
        for (var operation : CONTRACT.operations()) {
            for (var parameter : operation.parameters()) {
                var begins = DerivedFamily.slug(parameter.name()) + "-";
                var says = !(parameter.required() instanceof Requirement.No)
                        || !parameter.wrongValues().isEmpty();
                if (says
                        && parameter.type().kind() != Kind.CALLER
                        && cases.get(operation.path()).stream().noneMatch(slug -> slug.replace("second-spelling-", "")
                                .startsWith(begins))) {
                    silent.add(operation.path() + " " + parameter.name());
                }
            }
        }

        assertThat(silent)
                .as("parameters without a requirement, each for a reason")
                .containsExactly("/entity.adopt access_token"); // what it does is not known
    }

    @Test
    void everyConstraintIsBrokenInEveryWayOfWriting() {
        var driven = scenarios(CONTRACT)
                .map(Scenario::requirement)
                .map(requirement -> requirement.code() + " " + requirement.operation())
                .collect(Collectors.toSet());

        for (var constraint : CONTRACT.attributes().constraints()) {
            for (var way : WriteOperation.values()) {
                assertThat(driven).contains(constraint.code() + " " + way.operation());
            }
        }
    }

    private static Set<String> added(Contract changed) {
        var before = ids(CONTRACT);
        var after = ids(changed);
        after.removeAll(before);
        return after;
    }

    private static Set<String> ids(Contract contract) {
        return scenarios(contract)
                .map(scenario -> scenario.requirement().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Scenario<?>> scenarios(Contract contract) {
        return DerivedFamilies.of(contract).stream().flatMap(family -> family.scenarios().stream());
    }

    private static Operation operation(String path) {
        return CONTRACT.operations().find(path).orElseThrow();
    }

    private static Operation with(Operation operation, Parameter parameter) {
        var parameters = new ArrayList<>(operation.parameters());
        parameters.add(parameter);
        return new Operation(
                operation.path(),
                operation.methods(),
                operation.group(),
                operation.api(),
                parameters,
                operation.credentials(),
                operation.features(),
                operation.allowList(),
                operation.errors(),
                operation.sources(),
                operation.evidence(),
                operation.notes());
    }
}
