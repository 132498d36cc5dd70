package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand senseless requests, or the first forty thousand of them without -Pproof: no fault, no hang, and
 * every failure a valid error. Requests come
 * in rounds with a simulator of their own; a failing one is made as small as it can be, and printed with its
 * seed and number. To see it again, with the requests of its round before it:
 *
 * <pre>-Dtest=FuzzTest -Dregcontract.fuzz.seed=SEED -Dregcontract.fuzz.case=NUMBER</pre>
 */
@Tag("sized")
class FuzzTest {

    private static final int CASES = FullLength.orElse(100_000, 40_000);
    private static final int CASES_THROUGH_SOCKETS = FullLength.orElse(4_000, 1_000);
    private static final long SEED = Long.getLong("regcontract.fuzz.seed", 20_260_301L);
    private static final Optional<Integer> ONLY = Optional.ofNullable(Integer.getInteger("regcontract.fuzz.case"));

    @TempDir
    private Path directory;

    @Test
    void everyAnswerIsOneOfOurs() throws Exception {
        var fuzz = new Fuzzer(SEED, ONLY, directory);
        fuzz.run(CASES, world -> world.simulator.endpoint()::answer);
        if (ONLY.isEmpty()) {
            // A fuzzer whose requests are all refused proves nothing.
            assertThat(fuzz.codes()).hasSizeGreaterThan(FullLength.orElse(30, 25));
            assertThat(fuzz.successes()).hasSizeGreaterThan(fuzz.operations().size() * 3 / 4);
        }
    }

    @Test
    void everyAnswerIsOneOfOursThroughSockets() throws Exception {
        new Fuzzer(SEED, ONLY, directory)
                .run(CASES_THROUGH_SOCKETS, world -> new RawConnection(world.simulator.baseAddress())::answer);
    }
}
