package io.regcontract.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

    @Test
    void givesTheMiddleAndAnIntervalForIt() {
        var fifteen = new Measurements(
                IntStream.rangeClosed(1, 15).mapToObj(i -> (double) (16 - i)).toList());

        assertThat(fifteen.median()).isEqualTo(8);
        assertThat(fifteen.interval()).isEqualTo("4.00 to 12.00");
    }

    @Test
    void givesTheWholeRangeOfTooFew() {
        var four = new Measurements(List.of(4.0, 1.0, 3.0, 2.0));

        assertThat(four.median()).isEqualTo(2.5);
        assertThat(four.interval()).isEqualTo("1.00 to 4.00");
    }

    @Test
    void dividesPairByPair() {
        assertThat(Measurements.ratios(List.of(2.0, 9.0), List.of(1.0, 3.0)).sorted())
                .containsExactly(2.0, 3.0);
    }
}
