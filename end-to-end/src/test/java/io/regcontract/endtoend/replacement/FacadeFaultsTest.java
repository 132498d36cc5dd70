package io.regcontract.endtoend.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.facade.Facade;
import io.regcontract.facade.Fault;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The run against a replacement names exactly what is wrong with it: nothing, one fault, or ten. */
@Tag("long")
class FacadeFaultsTest {

    @TempDir
    private Path root;

    @Test
    void provesEveryCaseThatItsOperationsHave() {
        try (var facade = Facade.start()) {
            var seen = FacadeRun.observe(facade, root, "operations");

            assertThat(named(seen)).isEmpty();
            assertThat(broken(seen)).isEmpty();
            assertThat(seen)
                    .filteredOn(each -> !(each.outcome() instanceof Outcome.OutOfScope))
                    .extracting(each -> each.requirement().operation())
                    .hasSameElementsAs(FacadeRun.OPERATIONS);
            // A code with a lifetime of its own beside another one, and a token that only /entity.create takes.
            assertThat(notDrivable(seen))
                    .isEqualTo(Map.of(
                            wanting("/access/getAuthorizationCode"), 2L, wanting("/access/getCreationToken"), 8L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesAFaultThatIsAlone(Fault fault) {
        try (var facade = Facade.start(EnumSet.of(fault))) {
            assertThat(named(FacadeRun.observe(facade, root, "codes"))).isEqualTo(expected(fault));
        }
    }

    @Test
    void namesAllTenTogetherAndNoOther() {
        try (var facade = Facade.start(EnumSet.allOf(Fault.class))) {
            var seen = FacadeRun.observe(facade, root, "codes");

            assertThat(named(seen))
                    .isEqualTo(Stream.of(Fault.values())
                            .flatMap(fault -> expected(fault).stream())
                            .collect(Collectors.toCollection(TreeSet::new)));
            assertThat(broken(seen)).isEmpty();
        }
    }

    private static List<String> broken(List<Observation> seen) {
        return seen.stream()
                .flatMap(each -> each.outcome() instanceof Outcome.Broken broken
                        ? Stream.of(each.requirement() + ": " + broken.reason())
                        : Stream.of())
                .toList();
    }

    private static String wanting(String operation) {
        return "it takes " + operation + ", which the replacement does not implement (operations in its profile)";
    }

    /** What was in scope and could not be driven, by the reason. */
    private static Map<String, Long> notDrivable(List<Observation> seen) {
        return seen.stream()
                .flatMap(each ->
                        each.outcome() instanceof Outcome.NotDrivable not ? Stream.of(not.reason()) : Stream.of())
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    }

    /** Each check that contradicts the contract, with code and operation. */
    private static Set<String> named(List<Observation> seen) {
        return seen.stream()
                .flatMap(each -> each.contradictions().stream()
                        .map(check -> each.requirement().code().code() + " "
                                + each.requirement().operation() + " " + check.id()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> expected(Fault fault) {
        var checks =
                switch (fault) {
                    case RECORD_NOT_FOUND_IS_404 -> List.of("body.code");
                    case TAKEN_VALUE_HAS_ANOTHER_NAME -> List.of("body.error");
                    case UNKNOWN_ADDRESS_IS_NOT_DESCRIBED -> List.of("description.present");
                    case REFUSED_FORM_HAS_NO_TOKEN -> List.of("token.present");
                    case WRONG_CODES_SHARE_A_TOKEN -> List.of("token.unique");
                    case CONSTRAINT_NAMES_NO_ATTRIBUTE -> List.of("body.fields");
                    case EXPIRED_CODE_SUCCEEDS -> List.of("answer.failure");
                    case UNKNOWN_ADDRESS_HAS_ANOTHER_STAT -> List.of("body.stat");
                    case UNKNOWN_ADDRESS_IS_A_WRONG_PASSWORD -> List.of("body.code", "body.error");
                    case EVERY_FILTER_IS_WRONG -> List.of("twin.succeeds");
                };
        return checks.stream()
                .map(check -> fault.code() + " " + fault.operation() + " " + check)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
