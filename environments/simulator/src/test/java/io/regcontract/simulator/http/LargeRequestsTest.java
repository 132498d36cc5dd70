package io.regcontract.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Large requests wait for each other; small ones never wait. */
class LargeRequestsTest {

    private final LargeRequests large = new LargeRequests(1, Duration.ZERO);
    private final LargeRequests.Share one = large.new Share();
    private final LargeRequests.Share other = large.new Share();

    @Test
    void smallOnesComeBesideALargeOne() throws IOException {
        assertThat(read(one, 1_000_000)).isEqualTo(1_000_000);
        assertThat(read(other, LargeRequests.LARGE)).isEqualTo(LargeRequests.LARGE);
        other.release();
        assertThat(read(other, LargeRequests.LARGE)).isEqualTo(LargeRequests.LARGE);
    }

    @Test
    void aLargeOneHasItsPlaceUntilItIsAnswered() throws IOException {
        read(one, LargeRequests.LARGE + 1);
        assertThatThrownBy(() -> read(other, LargeRequests.LARGE + 1))
                .isInstanceOf(LargeRequests.NoPlace.class)
                .hasMessage("Too many requests of more than 16384 bytes come at once.");
        other.release();
        one.release();
        one.release();
        assertThat(read(other, LargeRequests.LARGE + 1)).isEqualTo(LargeRequests.LARGE + 1);
        assertThatThrownBy(() -> read(one, LargeRequests.LARGE + 1)).isInstanceOf(LargeRequests.NoPlace.class);
    }

    private static int read(LargeRequests.Share share, int bytes) throws IOException {
        return share.counted(new ByteArrayInputStream(new byte[bytes])).readNBytes(bytes).length;
    }
}
