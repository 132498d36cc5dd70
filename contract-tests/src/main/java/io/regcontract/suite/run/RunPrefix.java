package io.regcontract.suite.run;

import io.regcontract.suite.observe.Shard;
import io.regcontract.suite.plan.RunPlan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The beginning of every name that a run gives: the profile's prefix, the time, and a hash that tells the run from
 * other runs, shards and attempts, also within one second. The janitor reads the age of a resource from the time.
 */
final class RunPrefix {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmss'z'").withZone(ZoneOffset.UTC);

    private RunPrefix() {}

    static String of(RunPlan plan, Instant began) {
        var attempt = plan.settings().runId() + plan.settings().attempt() + began;
        var run = Integer.toString(attempt.hashCode() & 0x7fffffff, Character.MAX_RADIX);
        return plan.profile().naming().prefix() + TIME.format(began) + run
                + (plan.shard().equals(Shard.WHOLE) ? "" : "s" + plan.shard().index()) + "-";
    }
}
