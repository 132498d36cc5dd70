package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.control.TransportDrill;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.catalogue.DrillCatalogue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which drills there are, and what is said of them. */
class DrillCatalogueTest {

    private final DrillCatalogue catalogue = new DrillCatalogue(SimulatorWiring.operations());

    @Test
    void hasAConstantForEveryDrillWithACodeAndNoOther() {
        var drills = catalogue.all().stream()
                .map(Drill::description)
                .filter(drill -> drill.code().isPresent())
                .collect(Collectors.toMap(
                        DrillDescription::name, drill -> drill.code().orElseThrow()));
        assertThat(drills)
                .isEqualTo(Arrays.stream(ErrorDrill.values())
                        .collect(Collectors.toMap(ErrorDrill::publicName, ErrorDrill::code)));
        assertThat(ErrorDrill.values()).isSortedAccordingTo(Comparator.comparing(ErrorDrill::code));
    }

    @Test
    void hasAConstantForEveryDrillWithoutACodeAndNoOther() {
        assertThat(catalogue.all().stream()
                        .map(Drill::description)
                        .filter(drill -> drill.code().isEmpty())
                        .map(DrillDescription::name))
                .containsExactlyElementsOf(Arrays.stream(TransportDrill.values())
                        .map(TransportDrill::publicName)
                        .toList());
    }

    @Test
    void saysOfEachWhatItDoesHowItEndsAndWhereItShows() {
        assertThat(catalogue.all()).extracting(Drill::description).allSatisfy(drill -> {
            assertThat(drill.name()).matches("[a-z]+(-[a-z]+)*");
            assertThat(drill.sentence()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(drill.end()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(drill.operations()).isNotEmpty();
        });
        assertThat(catalogue.all())
                .extracting(drill -> drill.description().name())
                .doesNotHaveDuplicates();
    }

    @Test
    void givesThePlainestCauseOfACodeFirst() {
        assertThat(catalogue.leadingTo(402))
                .extracting(drill -> drill.description().name())
                .containsExactly("client-secret-rotated", "client-deleted", "refresh-secret-replaced");
        assertThat(catalogue.leadingTo(390))
                .first()
                .extracting(drill -> drill.description().code())
                .isEqualTo(OptionalInt.of(390));
        assertThat(catalogue.leadingTo(999)).isEmpty();
    }
}
