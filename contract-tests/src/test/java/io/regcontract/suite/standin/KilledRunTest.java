package io.regcontract.suite.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.standin.StandInTenant.Traits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed leaves nothing that the janitor does not find. Twenty kills, or as many as
 * {@code -Dregcontract.kills} says. When they come is random; {@code -Dregcontract.kills.seed} repeats it as far as that
 * can be done: the call is the same, what else is under way just then is not.
 */
@Tag("long")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGKILL")
final class KilledRunTest {

    /** What the operating system makes of a SIGKILL: 128 and the signal. */
    private static final int KILLED = 137;

    /** The run makes some more, so that each kill finds it at work: from the preflight until it tidies up. */
    private static final int CALLS = 480;

    /** Longer than a call takes: a kill comes while it is on its way, or between it and the next. */
    private static final int MICROSECONDS = 10_000;

    @TempDir
    private Path directory;

    @Test
    void leavesNothingThatTheJanitorDoesNotRemove() throws IOException {
        var kills = Integer.getInteger("regcontract.kills", 20);
        var seed = Long.getLong("regcontract.kills.seed", System.nanoTime());
        var random = new Random(seed);
        try (var tenant =
                StandInTenant.start(Files.createDirectories(directory.resolve("tenant")), Traits.USUAL.unhurried())) {
            tenant.writeHurriedProfile(Files.createDirectories(directory.resolve("environments/profiles")));
            var leftBehind = 0;
            for (int kill = 1; kill <= kills; kill++) {
                var calls = 1 + random.nextInt(CALLS);
                var moment = "kill " + kill + " at call " + calls + ", -Dregcontract.kills.seed=" + seed;
                kill(tenant, "run-" + kill, calls, random.nextInt(MICROSECONDS));
                var left = tenant.leftovers();
                leftBehind += left.size();
                System.out.println(moment + ": " + left.size() + " left behind");

                SuiteProcess.start(tenant, directory, "janitor-" + kill, "janitor", "--delete")
                        .endsWell();

                assertThat(tenant.leftovers()).as(moment).isEmpty();
                assertThat(tenant.missing()).as(moment).isEmpty();
                assertThat(ledgers()).as(moment).isZero();
            }
            assertThat(leftBehind).isPositive();
        }
    }

    private void kill(StandInTenant tenant, String name, int calls, int microseconds) {
        var moment = new CompletableFuture<Void>();
        tenant.after(calls, () -> moment.complete(null));
        var run = SuiteProcess.start(tenant, directory, name, "run", "--confirm", StandInTenant.PROFILE);
        moment.thenRunAsync(run::kill, CompletableFuture.delayedExecutor(microseconds, TimeUnit.MICROSECONDS))
                .orTimeout(2, TimeUnit.MINUTES)
                .join();
        assertThat(run.exit()).as(run::said).isEqualTo(KILLED);
    }

    private long ledgers() throws IOException {
        var place = directory.resolve(".regcontract/ledger");
        if (!Files.isDirectory(place)) {
            return 0;
        }
        try (var files = Files.list(place)) {
            return files.count();
        }
    }
}
